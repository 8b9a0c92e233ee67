package org.wengert.processor.message;

/**
 * Everything the processor ever tells a user, in one place. A text says what is not supported, why,
 * and what to write instead; {@code %s} stand for pieces of the user's program.
 */
public enum Message {
  ABSTRACT_METHOD(
      "%s has no body to differentiate: annotate the static method that does the computation"),
  ARRAY_OF_HIGH_RANK(
      "the parameter %s is a %s: arrays of more than two dimensions are not supported; pass an"
          + " array of one or two dimensions and compute the index"),
  ASSIGNED_FIELD(
      "the field %s is assigned here: a derivative only follows locals, parameters and array"
          + " elements; return the value or write it to an array parameter instead"),
  CANNOT_WRITE("the class %s cannot be written: %s"),
  COLLIDING_METHODS(
      "%s and %s would both generate %s: give one of them a base name of its own with"
          + " @Differentiable(name = \"...\")"),
  COMPONENT_NAMED_VALUE(
      "the parameter is called value, and so is the result in the generated record %s: give the"
          + " parameter another name"),
  COMPONENT_NAME_RESERVED(
      "the parameter is called %s, which no component of a record may be called, and the generated"
          + " record %s names its components after the parameters: give the parameter another"
          + " name"),
  CONSTANT_ARRAY_MIXED(
      "an array variable may refer to '%1$s', which is a constant here, or to an array that carries"
          + " a derivative, so its elements cannot be told apart; add '%1$s' to wrt or use separate"
          + " variables"),
  CONSTANT_ARRAY_WRITTEN(
      "a value that depends on an active parameter is stored in '%1$s', which is not listed in wrt,"
          + " so its derivative would be lost; add '%1$s' to wrt or store into a local array"),
  EXISTING_SIBLING(
      "the derivatives of %s go to a class %s, but there is one in the sources already: give yours"
          + " another name"),
  GENERIC_METHOD(
      "%s has type parameters: derivatives exist for double and float only; write these types"
          + " instead"),
  INTERNAL_ERROR(
      "the processor failed on %s, which is its own mistake; please report it with this text: %s"),
  NAME_NOT_IDENTIFIER(
      "\"%s\" is not a Java identifier: the generated methods' names start with the base name"),
  NARROW_PARAMETER(
      "the parameter %s is a %s: a constant can be a boolean, an int, a long, an array of these or"
          + " an object; make it %s"),
  NATIVE_METHOD("%s is native: only a body in Java can be differentiated; write it in Java"),
  NOT_STATIC(
      "%s is not static: only static methods are differentiated; make it static and pass what it"
          + " needs of the object as parameters"),
  NO_ACTIVE_PARAMETER(
      "%s has nothing to differentiate with respect to: no parameter is a double, a float or an"
          + " array of these"),
  NO_SYNTAX_TREES(
      "this compiler does not let annotation processors read method bodies, so %s cannot be"
          + " differentiated: compile with javac"),
  ORDER_OUT_OF_RANGE("there are no derivatives of order %s: write order = 1"),
  ORDER_TWO("second derivatives are not supported yet: write order = 1"),
  PRIVATE_CLASS(
      "the class %s is private, so that the derivatives, which stand in a class of their own in the"
          + " same package, could not call its methods: make it package-private"),
  PRIVATE_METHOD(
      "%s is private, so that its derivatives, which stand in a class of their own in the same"
          + " package, could not call it: make it package-private"),
  RESULT_INTEGRAL(
      "%s returns %s, which changes in steps and so has no derivative: return a double"),
  RESULT_UNSUPPORTED(
      "%s returns %s: only methods that return double, float, double[], float[] or nothing can be"
          + " differentiated; return one of these, or write the result to an array parameter"),
  VOID_WITHOUT_ARRAY(
      "%s returns nothing and writes nothing that could be differentiated: return the result, or"
          + " write it to an active array parameter"),
  WRT_NOT_DIFFERENTIABLE(
      "the parameter %s is of type %s, which has no derivative: the differentiable parameters of %s"
          + " are %s"),
  WRT_UNKNOWN("%s has no parameter %s: its parameters are %s"),
  ;

  private final String template;

  Message(String template) {
    this.template = template;
  }

  public String format(Object... arguments) {
    return String.format(template, arguments);
  }
}
