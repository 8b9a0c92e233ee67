package org.wengert.processor.emit;

import static org.wengert.processor.emit.Expression.ADDITIVE;
import static org.wengert.processor.emit.Expression.AND;
import static org.wengert.processor.emit.Expression.AND_THEN;
import static org.wengert.processor.emit.Expression.CONDITIONAL;
import static org.wengert.processor.emit.Expression.EQUALITY;
import static org.wengert.processor.emit.Expression.MULTIPLICATIVE;
import static org.wengert.processor.emit.Expression.OR;
import static org.wengert.processor.emit.Expression.OR_ELSE;
import static org.wengert.processor.emit.Expression.PRIMARY;
import static org.wengert.processor.emit.Expression.RELATION;
import static org.wengert.processor.emit.Expression.SHIFT;
import static org.wengert.processor.emit.Expression.UNARY;
import static org.wengert.processor.emit.Expression.XOR;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Stream;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Acquire;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.CloneArray;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Length;
import org.wengert.processor.tape.Operation.Load;
import org.wengert.processor.tape.Operation.NewArray;
import org.wengert.processor.tape.Operation.ReadStatic;
import org.wengert.processor.tape.Operation.Reserve;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Prints values, and the operations that are expressions. */
final class ExpressionPrinter {
  private final Inlining inlining;
  private final Variables variables;
  private final Names names;
  private final String storage;

  /**
   * @param storage the name of the local that holds the tape storage
   */
  ExpressionPrinter(Inlining inlining, Variables variables, Names names, String storage) {
    this.inlining = inlining;
    this.variables = variables;
    this.names = names;
    this.storage = storage;
  }

  CodeBlock code(Value value) {
    return of(value).code();
  }

  /** The local that holds the tape storage. */
  String storage() {
    return storage;
  }

  /** The latest value of this type on the storage's stack. */
  CodeBlock pop(Type type) {
    if (type.isArray() || type.kind() == Type.Kind.REFERENCE) {
      return CodeBlock.of("($T) $L.popArray()", JavaTypes.of(type), storage);
    }
    if (type.isNarrow()) {
      return CodeBlock.of("($T) $L.popInt()", JavaTypes.of(type), storage);
    }
    String name = type.toString();
    return CodeBlock.of(
        "$L.pop$L()", storage, Character.toUpperCase(name.charAt(0)) + name.substring(1));
  }

  /** The value's variable, or the operation that is printed in place. */
  Expression of(Value value) {
    if (value == Split.STORAGE) {
      return Expression.primary("$L", storage);
    }
    if (inlining.isInline(value)) {
      return of(inlining.definition(value));
    }
    return Expression.primary("$L", names.of(variables.of(value)));
  }

  /** The value with an {@code int} for its type in Java, too, where it is one on the tape. */
  Expression typed(Value value) {
    Expression expression = of(value);
    return value.type().equals(Type.INT) && inlining.isInline(value) && isNarrow(value)
        ? new Expression(CodeBlock.of("(int) $L", expression.within(UNARY)), UNARY)
        : expression;
  }

  /** Whether a value of type {@code int} is printed as an expression of a smaller type. */
  private boolean isNarrow(Value value) {
    Operation operation = inlining.definition(value);
    if (operation instanceof Load load) {
      return load.array().type().component().isNarrow();
    }
    if (operation instanceof Branch branch) {
      return Stream.of(branch.whenTrue(), branch.whenFalse())
          .map(block -> block.yields().get(0))
          .anyMatch(yield -> inlining.isInline(yield) && isNarrow(yield));
    }
    return operation instanceof Elementary elementary
        && elementary.operator() instanceof Arithmetic operator
        && (operator.isNarrowing()
            || elementary.inputs().get(0).type().isNarrow()
            || operator == Arithmetic.SELECT);
  }

  /** The value as it is stored in an array. */
  CodeBlock stored(Value value, Value array) {
    Type component = array.type().component();
    if (!component.isNarrow() || inlining.isInline(value) && fits(value, component)) {
      return code(value);
    }
    return CodeBlock.of("($T) $L", JavaTypes.of(component), of(value).within(UNARY));
  }

  private boolean fits(Value value, Type component) {
    Operation operation = inlining.definition(value);
    if (operation instanceof Load load) {
      return load.array().type().component().equals(component);
    }
    return operation instanceof Constant
        || operation instanceof Elementary elementary
            && (elementary.operator() == narrowing(component)
                || elementary.inputs().get(0).type().equals(component));
  }

  private static Arithmetic narrowing(Type type) {
    return switch (type.kind()) {
      case BYTE -> Arithmetic.TO_BYTE;
      case SHORT -> Arithmetic.TO_SHORT;
      default -> Arithmetic.TO_CHAR;
    };
  }

  Expression of(Operation operation) {
    if (operation instanceof Constant constant) {
      return literal(constant.value());
    }
    if (operation instanceof Elementary elementary) {
      return elementary(elementary);
    }
    if (operation instanceof ReadStatic read) {
      return Expression.primary("$T.$L", JavaTypes.className(read.owner()), read.field());
    }
    if (operation instanceof Load load) {
      return element(load.array(), load.index());
    }
    if (operation instanceof Length length) {
      return Expression.primary("$L.length", receiver(length.array()));
    }
    if (operation instanceof CloneArray clone) {
      return Expression.primary("$L.clone()", receiver(clone.array()));
    }
    if (operation instanceof NewArray array) {
      return newArray(array);
    }
    if (operation instanceof Acquire acquire) {
      return acquire(acquire);
    }
    if (operation instanceof Reserve reserve) {
      return Expression.primary(
          "$L.grow($L, $L)", storage, code(reserve.buffer()), code(reserve.length()));
    }
    if (operation instanceof Branch branch && inlining.isConditional(branch)) {
      return conditional(branch);
    }
    throw new IllegalArgumentException("no expression: " + operation);
  }

  /** {@code array[index]}. */
  Expression element(Value array, Value index) {
    return Expression.primary("$L[$L]", receiver(array), code(index));
  }

  /** The values, separated by commas; a long list is wrapped. */
  CodeBlock list(List<Value> values) {
    return values.stream().map(this::code).collect(CodeBlock.joining(", "));
  }

  /** The opposite of a condition. */
  Expression negation(Value condition) {
    if (inlining.isInline(condition)
        && inlining.definition(condition) instanceof Elementary elementary) {
      if (elementary.operator() == Arithmetic.NOT) {
        return of(elementary.inputs().get(0));
      }
      Arithmetic opposite = opposite(elementary);
      if (opposite != null) {
        return elementary(
            new Elementary(elementary.result(), opposite, elementary.inputs(), elementary.at()));
      }
    }
    return not(of(condition));
  }

  private static Expression not(Expression condition) {
    return new Expression(CodeBlock.of("!$L", condition.within(UNARY)), UNARY);
  }

  /** The comparison that is true where this one is false; null if NaN has none. */
  private static Arithmetic opposite(Elementary comparison) {
    if (!(comparison.operator() instanceof Arithmetic operator)) {
      return null;
    }
    boolean ordered = !comparison.inputs().get(0).type().isFloating();
    return switch (operator) {
      case EQ -> Arithmetic.NE;
      case NE -> Arithmetic.EQ;
      case LT -> ordered ? Arithmetic.GE : null;
      case LE -> ordered ? Arithmetic.GT : null;
      case GT -> ordered ? Arithmetic.LE : null;
      case GE -> ordered ? Arithmetic.LT : null;
      default -> null;
    };
  }

  private static Expression literal(Object constant) {
    boolean signed = Literals.text(constant).startsWith("-");
    return new Expression(Literals.code(constant), signed ? UNARY : PRIMARY);
  }

  /** A value where an index or a dot follows. */
  CodeBlock receiver(Value value) {
    if (inlining.isInline(value)
        && inlining.definition(value) instanceof Constant constant
        && constant.value() == null) {
      return CodeBlock.of("(($T) null)", JavaTypes.of(value.type()));
    }
    return of(value).within(PRIMARY);
  }

  private Expression newArray(NewArray array) {
    Type element = array.result().type();
    CodeBlock.Builder code = CodeBlock.builder();
    for (Value length : array.lengths()) {
      element = element.component();
      code.add("[$L]", code(length));
    }
    String open = "[]".repeat(element.rank());
    Type base = element;
    while (base.isArray()) {
      base = base.component();
    }
    return new Expression(
        CodeBlock.of("new $T$L$L", JavaTypes.of(base), code.build(), open), UNARY);
  }

  private Expression acquire(Acquire acquire) {
    Type element = acquire.result().type().element();
    CodeBlock length = code(acquire.length());
    if (acquire.result().type().component().isNarrow()) {
      return new Expression(
          CodeBlock.of("new $T[$L]", JavaTypes.of(acquire.result().type().component()), length),
          UNARY);
    }
    if (element.isArray() || element.kind() == Type.Kind.REFERENCE) {
      return Expression.primary(
          "$L.references($T.class, $L)", storage, JavaTypes.of(acquire.result().type()), length);
    }
    return Expression.primary("$L.$Ls($L)", storage, element, length);
  }

  private Expression elementary(Elementary operation) {
    List<Value> inputs = operation.inputs();
    if (operation.operator() instanceof MathCall call) {
      return Expression.primary(
          "$T.$L($L)",
          call.strict() ? StrictMath.class : Math.class,
          call.function().javaName(),
          list(inputs));
    }
    Arithmetic operator = (Arithmetic) operation.operator();
    if (operator == Arithmetic.SELECT) {
      return choice(of(inputs.get(0)), of(inputs.get(1)), of(inputs.get(2)));
    }
    if (operator == Arithmetic.TO_INT && inputs.get(0).type().isNarrow()) {
      return of(inputs.get(0));
    }
    return inputs.size() == 1
        ? unary(operator, of(inputs.get(0)))
        : Expression.binary(
            of(inputs.get(0)), operator.symbol(), of(inputs.get(1)), precedence(operator));
  }

  private static Expression unary(Arithmetic operator, Expression operand) {
    if (operator.isConversion() || operator.isNarrowing() || operator.isPassing()) {
      return new Expression(CodeBlock.of("$L $L", operator.symbol(), operand.within(UNARY)), UNARY);
    }
    // two signs in a row would read as a decrement
    int outer = operator == Arithmetic.NEG ? PRIMARY : UNARY;
    return new Expression(CodeBlock.of("$L$L", operator.symbol(), operand.within(outer)), UNARY);
  }

  private static int precedence(Arithmetic operator) {
    return switch (operator) {
      case MUL, DIV, REM -> MULTIPLICATIVE;
      case ADD, SUB -> ADDITIVE;
      case SHL, SHR, USHR -> SHIFT;
      case LT, LE, GT, GE -> RELATION;
      case EQ, NE -> EQUALITY;
      case AND -> AND;
      case XOR -> XOR;
      case OR -> OR;
      default -> throw new IllegalArgumentException("not binary: " + operator);
    };
  }

  private Expression conditional(Branch branch) {
    Expression condition = of(branch.condition());
    Value first = branch.whenTrue().yields().get(0);
    Value second = branch.whenFalse().yields().get(0);
    if (isConstant(first, true)) {
      return isConstant(second, false) ? condition : lazy(condition, "||", of(second), OR_ELSE);
    }
    if (isConstant(second, false)) {
      return lazy(condition, "&&", of(first), AND_THEN);
    }
    if (isConstant(first, false)) {
      Expression negation = negation(branch.condition());
      return isConstant(second, true) ? negation : lazy(negation, "&&", of(second), AND_THEN);
    }
    if (isConstant(second, true)) {
      return lazy(negation(branch.condition()), "||", of(first), OR_ELSE);
    }
    return choice(condition, of(first), of(second));
  }

  private boolean isConstant(Value value, boolean expected) {
    return inlining.isInline(value)
        && inlining.definition(value) instanceof Constant constant
        && Boolean.valueOf(expected).equals(constant.value());
  }

  /** Grouped to either side, these evaluate the same. */
  private static Expression lazy(Expression left, String symbol, Expression right, int precedence) {
    return new Expression(
        CodeBlock.of("$L $L $L", left.within(precedence), symbol, right.within(precedence)),
        precedence);
  }

  private static Expression choice(
      Expression condition, Expression whenTrue, Expression whenFalse) {
    return new Expression(
        CodeBlock.of(
            "$L ? $L : $L",
            condition.within(CONDITIONAL + 1),
            whenTrue.within(CONDITIONAL + 1),
            whenFalse.within(CONDITIONAL)),
        CONDITIONAL);
  }
}
