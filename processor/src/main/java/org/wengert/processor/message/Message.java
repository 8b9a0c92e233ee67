package org.wengert.processor.message;

/**
 * Everything the processor ever tells a user, in one place. A text says what is not supported, why,
 * and what to write instead; {@code %s} stand for pieces of the user's program.
 */
public enum Message {
  ANONYMOUS_CLASS(
      "an anonymous class has no derivative: write its code as a static method of this file and"
          + " call that"),
  ASSERTION(
      "assert is not supported, because it runs only where assertions are enabled: write 'if (...)"
          + " throw new ...' instead"),
  ASSIGNED_FIELD(
      "the field %s is assigned here: a derivative only follows locals, parameters and array"
          + " elements; return the value or write it to an array parameter instead"),
  CALL_ELSEWHERE(
      "%s has no derivative here: only the functions of Math and StrictMath and the static methods of"
          + " this source file are followed; move the method into this file, or call it outside and"
          + " pass its result as a parameter"),
  CALL_ON_OBJECT(
      "%s is a method of an object, which a derivative does not follow: make it static and pass what"
          + " it needs as parameters"),
  CHECKED_EXCEPTION(
      "%s is a checked exception, which generated methods do not declare: throw an unchecked one,"
          + " such as IllegalArgumentException"),
  CLASS_LITERAL(
      "a class literal has no place in a derivative, which computes with numbers and booleans only:"
          + " do this outside of the differentiated method"),
  CONSTANT_ARRAY_MIXED(
      "an array variable may refer to '%1$s', which is a constant here, or to an array that carries a"
          + " derivative, so its elements cannot be told apart; add '%1$s' to wrt or use separate"
          + " variables"),
  CONSTANT_ARRAY_WRITTEN(
      "a value that depends on an active parameter is stored in '%1$s', which is not listed in wrt,"
          + " so its derivative would be lost; add '%1$s' to wrt or store into a local array"),
  FIELD_HIDDEN(
      "%s is neither a compile-time constant nor visible to the generated class: drop 'private', or"
          + " pass its value as a parameter"),
  FIELD_NOT_FINAL(
      "the static field %s is not final: its value could change between a method and its derivative;"
          + " make it final, or pass its value as a parameter"),
  FIELD_OF_ARRAY(
      "%s holds an array, whose elements could change between a method and its derivative: pass the"
          + " array as a parameter"),
  FIELD_OF_OBJECT(
      "%s is a field of an object, which a derivative does not follow: pass its value as a"
          + " parameter"),
  HIDDEN_EXCEPTION(
      "%s or its constructor is not visible to the generated class, which throws it too: make it"
          + " visible, or throw an exception that is"),
  INSTANCE_OF(
      "instanceof is not supported: a derivative computes with numbers, booleans and arrays, whose"
          + " types are known; decide outside and pass a boolean"),
  LABEL(
      "a labelled statement is not supported: use a boolean variable, or move the inner loop into a"
          + " static method that returns"),
  LABELLED_JUMP(
      "a jump to a label is not supported: use a boolean variable, or move the inner loop into a"
          + " static method that returns"),
  LAMBDA(
      "a lambda has no derivative: write its body in place, or as a static method of this file and"
          + " call that"),
  LOCAL_CLASS(
      "a class declared in a method has no derivative: write its code as static methods of this file"
          + " and call those"),
  METHOD_REFERENCE("a method reference has no derivative: call the method directly"),
  MISMATCHED_OPERANDS(
      "the operator %s cannot be differentiated with operands of type %s and %s: it needs two"
          + " numbers, or two booleans"),
  MISMATCHED_TYPES("a value of type %s does not fit where one of type %s is needed"),
  NESTED_TOO_DEEPLY(
      "conditions, loops, early returns and calls are nested too deeply here: split the method, or"
          + " return at its end only"),
  NEW_OBJECT(
      "creating an object has no derivative: only numbers, booleans and arrays are followed; keep the"
          + " values in locals or arrays instead"),
  NOT_AN_ARRAY("an array is needed here, but this has the type %s"),
  REACHED_BY_CALL("%s (in %s, which is differentiated too because %s calls it)"),
  RECURSION(
      "%s calls itself, directly or through others, which is not supported: write it as a loop"),
  SWITCH("switch is not supported: write if and else instead"),
  SYNCHRONIZED(
      "synchronized has no derivative, which would need the lock at another time: synchronize where"
          + " the method is called"),
  THIS(
      "the object itself has no derivative: make what is needed of it a parameter of a static"
          + " method"),
  THROWN_VARIABLE(
      "only 'throw new SomeException(...)' is supported, with the exception created right here"),
  TOO_LARGE(
      "the method, with all the methods of this file that it calls, has more than %s operations, too"
          + " many for one derivative: use loops over arrays, or split it"),
  TRY(
      "try has no derivative, because where an exception leaves off is not known in advance: catch"
          + " exceptions where the method is called, and test for bad values with if"),
  UNASSIGNED("the variable %s might not have a value here, which the compiler reports too"),
  UNRESOLVED("cannot differentiate this: %s; the compiler may say more"),
  UNSUPPORTED_EXPRESSION("this kind of expression is not supported in a differentiated method"),
  UNSUPPORTED_STATEMENT("this kind of statement is not supported in a differentiated method"),
  UNSUPPORTED_TEXT(
      "this is not supported in the message of an exception: join string constants, numbers,"
          + " booleans and parameters by +"),
  UNSUPPORTED_TYPE(
      "values of type %s are not supported: a derivative computes with double, float, int, long and"
          + " boolean, and arrays of these of one or two dimensions"),
  ;

  private final String template;

  Message(String template) {
    this.template = template;
  }

  public String format(Object... arguments) {
    return String.format(template, arguments);
  }
}
