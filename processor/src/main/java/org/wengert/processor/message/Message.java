package org.wengert.processor.message;

/**
 * Everything the processor ever tells a user, in one place. A text says what is not supported, why,
 * and what to write instead; {@code %s} stand for pieces of the user's program.
 */
public enum Message {
  ABSTRACT_METHOD(
      "%s has no body to differentiate: annotate the static method that does the computation"),
  ANONYMOUS_CLASS(
      "an anonymous class makes an object, which a derivative"
          + " does not follow: write its code as a static method of this file and"
          + " call that"),
  ASSERT_WITH_EFFECT(
      "the condition of this assert changes something, so that the method would compute something"
          + " else where assertions are enabled: do that in a statement of its own"),
  ASSIGNED_FIELD(
      "the field %s is assigned here: a derivative only follows locals, parameters and array"
          + " elements; return the value or write it to an array parameter instead"),
  BOXED_TYPE(
      "values of type %s are not supported, because a derivative computes with numbers, not with"
          + " objects that hold them: declare it as %s"),
  CALL_ELSEWHERE(
      "%s has no derivative, but is given a value that depends on an active parameter: annotate it"
          + " with @Differentiable, give it a @DerivativeRule, or move it into this file"),
  CALLEE_ORDER(
      "%s has derivatives up to order %s only, and those of order %s are needed here: write order = %s"
          + " on it, too"),
  CALL_NOT_VISIBLE(
      "%s is not visible to the generated class, which calls it too: make it public, or"
          + " package-private where it stands in the same package"),
  CALL_OF_LIBRARY(
      "%s has no derivative, but is given a value that depends on an active parameter: give it a"
          + " @DerivativeRule, or write what it does as a static method of this file"),
  CALL_OF_MATH(
      "%s is not one of the functions whose derivatives are known:"
          + " call it outside and pass its result as a parameter"),
  CALL_ON_OBJECT(
      "%s is a method of an object, which a derivative does not follow: make it static and pass"
          + " what it needs as parameters"),
  CALL_RESULT_WRITTEN(
      "the array that %s returns here comes to hold values that depend on an active parameter,"
          + " whose derivatives would be lost: work on a clone of it"),
  CALL_WITH_CONSTANT(
      "%1$s is not differentiated with respect to its parameter %2$s, which is given a value that"
          + " depends on an active parameter here: add that parameter to wrt of %1$s"),
  CALL_WITH_OBJECT(
      "%s takes a %s here, a record, which a call that stays one cannot hand over: pass its"
          + " components"),
  CANNOT_WRITE("the class %s cannot be written: %s"),
  CHECKED_EXCEPTION(
      "%s is a checked exception, which generated methods do not declare: throw an unchecked one,"
          + " such as IllegalArgumentException"),
  CHECKPOINTS_CALL(
      "%s is called in a checkpointed loop, whose iterations are repeated, and nothing is known of"
          + " what it would answer then: call it before the loop, or move it into this file"),
  CHECKPOINTS_ELSEWHERE(
      "only loops are checkpointed: annotate the variable that a for statement declares in its"
          + " header, or the method"),
  CHECKPOINTS_MEGABYTES(
      "the megabytes for checkpoints are read before"
          + " constants have values: write a number here, 1 or more"),
  CHECKPOINTS_NEW_ARRAY(
      "an iteration of this checkpointed loop hands a new array of arrays, or one that a call has"
          + " made, to the next one, of which checkpoints know nothing: copy its elements to an"
          + " array that is made before the loop"),
  CHECKPOINTS_ROW(
      "a row of an array is replaced in this checkpointed loop, while checkpoints know of the"
          + " elements of rows only: copy the elements to the row that is there"),
  CHECKPOINTS_WITHOUT_LOOP("%s has no loop that could be checkpointed: remove the annotation"),
  CLASS_LITERAL(
      "a class literal has no place in a derivative, which computes with numbers and booleans only:"
          + " do this outside of the differentiated method"),
  COPY_BETWEEN_TYPES(
      "the elements of a %s cannot be copied to a %s, which Java refuses too when it gets here: copy"
          + " them one by one"),
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
  FIELD_HIDDEN(
      "%s is not visible to the generated class, which reads it too: drop 'private' where its class"
          + " or its record is declared, or pass its value as a parameter"),
  FIELD_OF_OBJECT(
      "%s is a field of an object, which a derivative does not follow: pass its value as a"
          + " parameter"),
  GENERIC_METHOD(
      "%s has type parameters: derivatives exist for double and float only; write these types"
          + " instead"),
  HIDDEN_EXCEPTION(
      "%s or its constructor is not visible to the generated class, which throws it too: make it"
          + " visible, or throw an exception that is"),
  INSTANCE_OF(
      "instanceof is not supported: a derivative computes with numbers, booleans and arrays, whose"
          + " types are known; decide outside and pass a boolean"),
  INTERNAL_ERROR(
      "the processor failed on %s, which is its own mistake: please report it, with the method and"
          + " this text: %s"),
  JUMP_TO_NOWHERE(
      "there is no loop, switch or label"
          + " around this that it could lead out of, which the compiler reports too: remove it"),
  LAMBDA(
      "a lambda is an object, which a derivative does not"
          + " follow: write its body in place, or as a static method of this file and"
          + " call that"),
  LOCAL_CLASS(
      "a class declared in a method is for objects,"
          + " which a derivative does not follow: write its code as static methods of this"
          + " file and call those"),
  LOCAL_RECORD(
      "a record declared in a method is not known to annotation processors: declare it in the"
          + " class instead"),
  METHOD_REFERENCE(
      "a method reference is an object, which a"
          + " derivative does not follow: call the method directly"),
  MISMATCHED_OPERANDS(
      "the operator %s cannot be differentiated with operands of type %s and %s: it needs two"
          + " numbers, two booleans, or two arrays or enums that are compared"),
  MISMATCHED_TYPES(
      "a value of type %s does not fit where one of type %s is needed,"
          + " which the compiler reports too: convert it"),
  NAME_NOT_IDENTIFIER(
      "\"%s\" is not a Java identifier: the generated methods' names start with the base name"),
  NATIVE_METHOD("%s is native: only a body in Java can be differentiated; write it in Java"),
  NESTED_TOO_DEEPLY(
      "conditions, loops, early returns and calls are nested too deeply here: split the method, or"
          + " return at its end only"),
  NESTED_ARRAYS_ELSEWHERE(
      "the derivatives of %s, a method of another file, are differentiated here, and it may write"
          + " into an array that it is given, hand it to a method that may, or return it: let it work"
          + " on a copy"),
  NESTED_CYCLE(
      "derivatives of any order would be needed here: the derivative of %s; call the derivative of"
          + " a method that does not call this one's"),
  NESTED_ELSEWHERE(
      "the derivatives of %s, a method of another file, are differentiated here: write order = 2 on"
          + " it"),
  NESTED_FORM(
      "%s is a derivative of a method that returns nothing, and cannot be called in a method that is"
          + " differentiated: let the method return its result"),
  NESTED_PARAMETERS(
      "the derivatives of %s that are needed here would take more than the 255 slots that a Java method"
          + " can have: pass arrays in place of numbers"),
  NESTED_SECOND_ORDER("%s is only there if %s has second derivatives: write order = 2 on it"),
  NESTED_SERIES(
      "%s gives a Taylor series, which has no derivative in a method that is differentiated: call the"
          + " JVP, and let another method call the JVP of that, for each order"),
  NESTED_TWICE(
      "a derivative of a method of another file is called here, and has no further derivatives of the"
          + " order that is needed: write a higher order on that method"),
  NESTED_WRITES(
      "%s may write into an array that it is given, hand it to a method that may, or return it, and"
          + " derivatives of such methods cannot be differentiated: work on a copy"),
  NEVER_RETURNS(
      "%s always throws, so it has no result to differentiate: remove the annotation, or return a"
          + " value in some case"),
  NEW_OBJECT(
      "creating an object has no derivative: only numbers, booleans, arrays and records of this"
          + " source file are followed; keep the values in one of these instead"),
  NOT_AN_ARRAY(
      "only elements of arrays are followed, but this has the type %s: copy what is needed of it to an"
          + " array, outside of the differentiated method"),
  NOT_STATIC(
      "%s is not static: only static methods are differentiated; make it static and pass what it"
          + " needs of the object as parameters"),
  NO_ACTIVE_PARAMETER(
      "%s has nothing to differentiate with respect to: no parameter is a double, a float or an"
          + " array of these"),
  NO_PARSER(
      "Eclipse's compiler runs on a Java without development tools here (%s), so that method bodies"
          + " cannot be read: let it run on a JDK"),
  NO_SOURCE(
      "%s comes from a class file, where it has no body to differentiate: compile its source"),
  NO_SYNTAX_TREES(
      "this compiler does not let annotation processors read method bodies, so nothing can be"
          + " differentiated: compile with javac or Eclipse's compiler"),
  OPTION_UNKNOWN("there is no option -A%s: did you mean -A%s? There are %s"),
  OPTION_VALUE("the option -A%s %s: set it to one of %s"),
  ORDER_OUT_OF_RANGE("there are no derivatives of order %s: write an order from 1 to %s"),
  PRIVATE_CLASS(
      "the class %s is private, so that the derivatives, which stand in a class of their own in the"
          + " same package, could not call its methods: make it package-private"),
  PRIVATE_METHOD(
      "%s is private, so that its derivatives, which stand in a class of their own in the same"
          + " package, could not call it: make it package-private"),
  REACHED_BY_CALL("%s (in %s, which is differentiated too because %s calls it)"),
  RECORD_ACCESSOR(
      "the record %s declares the accessor %s itself, so what is in this constant cannot be read:"
          + " create the record here, or pass its components as parameters"),
  RECORD_ARRAY(
      "an array of records is not supported, because records are followed in locals only, component"
          + " by component: use one array for each component of %s"),
  RECORD_COMPARED(
      "records cannot be compared here, because they are followed component by component and are"
          + " no objects: compare their components"),
  RECORD_COMPONENT(
      "the component %s of the record %s is a %s: the records that a derivative follows are made of"
          + " primitive types, enums, arrays of these and other such records; use a record of"
          + " these"),
  RECORD_ELSEWHERE(
      "the record %s is declared in another source file, where its constructors cannot be seen:"
          + " declare a record in this file, or keep the components in locals"),
  RECORD_GENERIC(
      "the record %s has type parameters, which is not supported: write the types that are needed"
          + " instead"),
  RECORD_HIDDEN(
      "the record %s is not visible to the generated class, which reads this constant too: drop"
          + " 'private', or create the record here"),
  RECORD_NULL(
      "a record cannot be null here, because it is followed component by component and is no object:"
          + " use a boolean beside it, or a record that stands for nothing"),
  RECORD_OBJECT_METHOD(
      "%s is the compiler's own method of a record, which a derivative does not follow: use the"
          + " record's components"),
  RECORD_PARAMETER(
      "%s is a record that comes from outside, which is not supported: make its components parameters"
          + " of the method and create the record from them here"),
  RECORD_RECURSION(
      "%s belongs to a record and calls itself, directly or through others, which is not supported:"
          + " write it as a loop, or as a static method of numbers and arrays"),
  RECORD_RETURNED(
      "%s returns the record %s from a call that is not read in place, because the method calls"
          + " itself or stands in another file: return a number, or write to an array parameter"),
  RECORD_UNFINISHED(
      "the component %s of the record is used here before its constructor has set it: use the"
          + " constructor's parameter instead"),
  RECURSIVE_RESULT(
      "%s calls itself and returns a %s, which is not supported: write the result to an array"
          + " parameter"),
  RESULT_INTEGRAL(
      "%s returns %s, which changes in steps and so has no derivative: return a double"),
  RESULT_UNSUPPORTED(
      "%s returns %s: only methods that return double, float, double[], float[] or nothing can be"
          + " differentiated; return one of these, or write the result to an array parameter"),
  SPARSE_FIRST_ORDER(
      "a sparse Hessian of %s needs its second derivatives: write order = 2, too; sparse Jacobians"
          + " are those of methods that return an array"),
  SPARSE_VOID(
      "%s returns nothing, and what is sparse is the Jacobian of a result: return the array instead"
          + " of writing to a parameter"),
  SPARSE_WRITES(
      "%s writes into one of its array parameters, or may hand one out as its result, and a sparse"
          + " Jacobian or Hessian is of a method that leaves them alone: work on a clone"),
  STATIC_ARRAY_LENT(
      "the array in the static field '%1$s' is passed to %2$s, which may store values in it that"
          + " depend on an active parameter, so their derivatives would be lost; pass '%1$s.clone()'"
          + " or an array parameter"),
  STATIC_ARRAY_MIXED(
      "an array variable may refer to the array in the static field '%1$s', which is a constant, or"
          + " to an array that carries a derivative, so its elements cannot be told apart; use"
          + " separate variables, or '%1$s.clone()'"),
  STATIC_ARRAY_WRITTEN(
      "a value that depends on an active parameter is stored in the array in the static field '%s',"
          + " so its derivative would be lost; store it in a local array or an array parameter"),
  SWITCH_SELECTOR(
      "a switch over a value of type %s is not supported: only numbers, enums and strings select a"
          + " case here; decide outside and pass an int"),
  RULE_FIRST_ORDER(
      "second derivatives of %s need derivatives of its rules: give a rule for each partial"
          + " derivative, in this file or annotated with @Differentiable, or write order = 1"),
  RULE_INCOMPLETE("%s has only one of the two rules that both modes need: add %s"),
  RULE_NEEDS_SWEEPS(
      "%s takes or returns arrays, so one partial derivative does not do: write a rule with mode ="
          + " TANGENT and one with mode = ADJOINT"),
  RULE_NOT_CALLABLE(
      "%s is a derivative rule, which generated classes call: make it static, and not private"),
  RULE_PARAMETER(
      "%s has no parameter %s that is a double or a float: set parameter to the position of the one"
          + " that this rule differentiates by, from zero"),
  RULE_SIGNATURE("the declaration of this rule for %s does not fit: write %s"),
  RULE_TWICE("%s and %s are rules for the same derivative of %s: remove one of them"),
  RULE_UNKNOWN_PARTIAL(
      "%1$s has no rule for its parameter %2$s, which is given a value that depends on an active"
          + " parameter here: add one with @DerivativeRule(method = \"%3$s\", parameter = %4$s)"),
  RULE_WITHOUT_METHOD(
      "%s has no static method %s that this could be a rule for:"
          + " correct the method or the class that the annotation names"),
  RUNTIME_OF_ANOTHER_VERSION(
      "the processor (whose protocol is %s) and the wengert-runtime that is compiled against (%s) are of"
          + " different versions: give wengert-processor and wengert-runtime the same"),
  SIBLING_MISSING(
      "%s is annotated, but its class was compiled without the annotation processor, or by an older"
          + " one, so that %s lacks its derivatives: compile it again with the processor"),
  SIBLING_LEFT_OVER(
      "there is still a class %1$s, generated when %2$s had methods with %3$s, but it has none any"
          + " more: delete the class files of %1$s, or build anew"),
  SIBLING_OF_ANOTHER_VERSION(
      "%s, which holds the derivatives of what is called here, was generated by another version of"
          + " the processor (by its protocol %s, while this one's is %s): compile it again with this"
          + " one, or take a jar that was"),
  SYNCHRONIZED(
      "synchronized has no derivative, which would need the lock at another time: synchronize where"
          + " the method is called"),
  SYNTAX_ERROR("%s cannot be read, so that nothing of it can be differentiated: %s"),
  TAYLOR_CALL(
      "the method called here calls itself or stands in another file, and Taylor series through"
          + " such calls are not supported: write it as a method of this file, with a loop, or drop taylor"
          + " = true"),
  TAYLOR_NESTED(
      "a derivative is called here, and Taylor series through derivatives are not supported: write"
          + " the derivative as a formula, or drop taylor = true"),
  TAYLOR_OF_NOTHING(
      "%s returns nothing that could have a Taylor series: return the result, or drop taylor ="
          + " true"),
  TAYLOR_RULE(
      "%s has rules for first derivatives, which say nothing about the rest of a Taylor series:"
          + " write it as a method of this file without rules, or drop taylor = true"),
  TAYLOR_WRITES(
      "this may write into an array that the method is given, and Taylor series of what is left"
          + " there are not supported: write into a clone, or drop taylor = true"),
  THIS(
      "the object itself has no derivative: make what is needed of it a parameter of a static"
          + " method"),
  THROWN_VARIABLE(
      "an exception that is made elsewhere is an object, which a"
          + " derivative does not follow: write 'throw new SomeException(...)' here"),
  TOO_LARGE(
      "the method, with all the methods of this file that it calls, has more than %s operations,"
          + " too many for one derivative: use loops over arrays, or split it"),
  TOO_MANY_PARAMETERS(
      "%s has too many parameters: with a tangent for each, its derivative would need more than"
          + " the 255 slots that a Java method can have; pass arrays instead"),
  TRY(
      "try has no derivative, because where an exception leaves off is not known in advance: catch"
          + " exceptions where the method is called, and test for bad values with if"),
  UNASSIGNED(
      "the variable %s might not have a value here, which the"
          + " compiler reports too: assign one where it is declared"),
  UNRESOLVED("cannot differentiate this: %s; the compiler may say more"),
  UNSUPPORTED_EXPRESSION(
      "this kind of expression is not supported in a differentiated method: write what it does with"
          + " operators, calls and conditions"),
  UNSUPPORTED_STATEMENT(
      "this kind of statement is not supported in a differentiated method: write what it does with if,"
          + " loops and assignments"),
  UNSUPPORTED_TEXT(
      "this cannot be part of the message of an exception,"
          + " which derivatives throw too: join string constants, numbers (no char),"
          + " booleans and parameters by +"),
  UNSUPPORTED_TYPE(
      "values of type %s are not supported: a derivative computes with the primitive types and"
          + " enums, and arrays of these"),
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
