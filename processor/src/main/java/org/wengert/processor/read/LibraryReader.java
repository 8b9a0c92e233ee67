package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers calls of the library that a derivative goes through: those that copy and fill arrays, to
 * loops over the elements, those that look at a number, and those that are operations themselves.
 */
final class LibraryReader {
  private static final String INDEX_EXCEPTION = "java.lang.ArrayIndexOutOfBoundsException";

  private static final Set<String> METHODS =
      Set.of(
          "java.lang.System.arraycopy",
          "java.util.Arrays.fill",
          "java.util.Arrays.copyOf",
          "java.util.Arrays.copyOfRange",
          "java.lang.Double.isNaN",
          "java.lang.Double.isInfinite",
          "java.lang.Double.isFinite",
          "java.lang.Float.isNaN",
          "java.lang.Float.isInfinite",
          "java.lang.Float.isFinite",
          "java.lang.Double.max",
          "java.lang.Double.min",
          "java.lang.Double.sum",
          "java.lang.Float.max",
          "java.lang.Float.min",
          "java.lang.Float.sum");

  private final Lowering lowering;

  LibraryReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Whether a static method is one of those. */
  static boolean knows(ExecutableElement method) {
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    return METHODS.contains(owner + "." + method.getSimpleName());
  }

  /** The call's value; null where the method is void. */
  Value read(MethodInvocationTree tree, ExecutableElement method, String name)
      throws ProblemException {
    List<ExpressionTree> arguments = List.copyOf(tree.getArguments()); // javac's lists are linked
    switch (method.getSimpleName().toString()) {
      case "arraycopy" -> {
        copy(tree, arguments);
        return null;
      }
      case "fill" -> {
        fill(tree, arguments);
        return null;
      }
      case "copyOf" -> {
        return copyOf(tree, arguments, name);
      }
      case "copyOfRange" -> {
        return copyOfRange(tree, arguments, name);
      }
      case "max" -> {
        return combine(tree, method, MathCall.of(MathFunction.MAX), name);
      }
      case "min" -> {
        return combine(tree, method, MathCall.of(MathFunction.MIN), name);
      }
      case "sum" -> {
        return combine(tree, method, Arithmetic.ADD, name);
      }
      default -> {
        return examine(tree, method, name);
      }
    }
  }

  private Value combine(
      MethodInvocationTree tree, ExecutableElement method, Operator operator, String name)
      throws ProblemException {
    Type type = lowering.computable(method.getReturnType(), tree);
    Value x = lowering.expressions().read(tree.getArguments().get(0), type, "");
    Value y = lowering.expressions().read(tree.getArguments().get(1), type, "");
    return lowering.at(tree).elementary(Lowering.value(type, name), operator, x, y);
  }

  private Value integer(ExpressionTree tree) throws ProblemException {
    return lowering.expressions().read(tree, Type.INT, "");
  }

  private void copy(MethodInvocationTree tree, List<ExpressionTree> arguments)
      throws ProblemException {
    Value source = lowering.arrays().arrayIn(arguments.get(0));
    Value from = integer(arguments.get(1));
    Value target = lowering.arrays().arrayIn(arguments.get(2));
    Value to = integer(arguments.get(3));
    Value length = integer(arguments.get(4));
    if (!source.type().equals(target.type())) {
      throw lowering.problem(Message.COPY_BETWEEN_TYPES, tree, source.type(), target.type());
    }
    copy(source, from, target, to, length, tree);
  }

  /** As if by way of a third array: backwards where the elements to read lie before the others. */
  private void copy(
      Value source, Value from, Value target, Value to, Value length, MethodInvocationTree tree)
      throws ProblemException {
    checkCopy(source, from, target, to, length, tree);
    BlockBuilder block = lowering.at(tree);
    Value back = block.compare(Arithmetic.LT, from, to);
    if (source != target) {
      Value same = block.compare(Arithmetic.EQ, source, target);
      back = block.elementary(Arithmetic.AND, Type.BOOLEAN, same, back);
    }
    Value backwards = back;
    Value last = block.minus(length, block.constant(1));
    loop(
        block.constant(0),
        length,
        tree,
        (body, i) -> {
          Value offset = body.select(backwards, body.minus(last, i), i);
          Value element = body.load(source, body.plus(from, offset));
          body.store(target, body.plus(to, offset), element);
        });
  }

  /** The virtual machine's checks, in its order and in its words. */
  private void checkCopy(
      Value source, Value from, Value target, Value to, Value length, MethodInvocationTree tree)
      throws ProblemException {
    Value sources = lowering.arrays().length(source, "", tree);
    Value targets = lowering.arrays().length(target, "", tree);
    String start = "arraycopy: ";
    checkNotNegative(from, tree, start + "source index ", inArray(source, sources));
    checkNotNegative(to, tree, start + "destination index ", inArray(target, targets));
    checkNotNegative(length, tree, start + "length ", List.of(new Operation.Text(" is negative")));
    checkEnd(from, length, sources, tree, start + "last source index ", inArray(source, sources));
    checkEnd(
        to, length, targets, tree, start + "last destination index ", inArray(target, targets));
  }

  private static List<Operation.Part> inArray(Value array, Value length) {
    Type element = array.type().component();
    String kind = element.isArray() || element.kind() == Type.Kind.REFERENCE ? "object array" : "";
    return List.of(
        new Operation.Text(" out of bounds for " + (kind.isEmpty() ? element : kind) + "["),
        new Operation.Operand(length),
        new Operation.Text("]"));
  }

  private void checkNotNegative(
      Value number, MethodInvocationTree tree, String text, List<Operation.Part> rest)
      throws ProblemException {
    BlockBuilder block = lowering.at(tree);
    Value negative = block.compare(Arithmetic.LT, number, block.constant(0));
    lowering.throwing().when(negative, INDEX_EXCEPTION, List.of(message(text, number, rest)), tree);
  }

  /** The sum of two numbers that are not negative, as a {@code long}, must not be too large. */
  private void checkEnd(
      Value start,
      Value length,
      Value limit,
      MethodInvocationTree tree,
      String text,
      List<Operation.Part> rest)
      throws ProblemException {
    BlockBuilder block = lowering.at(tree);
    Value end = block.plus(block.convert(start, Type.LONG), block.convert(length, Type.LONG));
    Value outside = block.compare(Arithmetic.GT, end, block.convert(limit, Type.LONG));
    lowering.throwing().when(outside, INDEX_EXCEPTION, List.of(message(text, end, rest)), tree);
  }

  private static Operation.Argument message(String text, Value number, List<Operation.Part> rest) {
    List<Operation.Part> parts = new ArrayList<>();
    parts.add(new Operation.Text(text));
    parts.add(new Operation.Operand(number));
    parts.addAll(rest);
    return new Operation.Argument(parts);
  }

  private void fill(MethodInvocationTree tree, List<ExpressionTree> arguments)
      throws ProblemException {
    Value array = lowering.arrays().arrayIn(arguments.get(0));
    boolean whole = arguments.size() == 2;
    Value from = whole ? null : integer(arguments.get(1));
    Value to = whole ? null : integer(arguments.get(2));
    ExpressionTree last = arguments.get(arguments.size() - 1);
    Value value = lowering.expressions().read(last, array.type().element(), "");
    Value length = lowering.arrays().length(array, "", tree);
    if (!whole) {
      checkRange(from, to, length, tree);
    }
    Value start = whole ? lowering.at(tree).constant(0) : from;
    loop(start, whole ? length : to, tree, (body, i) -> body.store(array, i, value));
  }

  private void checkRange(Value from, Value to, Value length, MethodInvocationTree tree)
      throws ProblemException {
    Value reversed = lowering.at(tree).compare(Arithmetic.GT, from, to);
    List<Operation.Part> rest =
        List.of(
            new Operation.Text(") > toIndex("), new Operation.Operand(to), new Operation.Text(")"));
    String exception = "java.lang.IllegalArgumentException";
    lowering.throwing().when(reversed, exception, List.of(message("fromIndex(", from, rest)), tree);
    BlockBuilder block = lowering.at(tree);
    Value negative = block.compare(Arithmetic.LT, from, block.constant(0));
    lowering.throwing().when(negative, INDEX_EXCEPTION, List.of(alone(from)), tree);
    Value outside = lowering.at(tree).compare(Arithmetic.GT, to, length);
    lowering.throwing().when(outside, INDEX_EXCEPTION, List.of(alone(to)), tree);
  }

  private static Operation.Argument alone(Value value) {
    return new Operation.Argument(List.of(new Operation.Operand(value)));
  }

  private Value copyOf(MethodInvocationTree tree, List<ExpressionTree> arguments, String name)
      throws ProblemException {
    Value source = lowering.arrays().arrayIn(arguments.get(0));
    Value length = integer(arguments.get(1));
    Value copy = lowering.at(tree).newArray(Lowering.value(source.type(), name), length);
    Value available = lowering.arrays().length(source, "", tree);
    BlockBuilder block = lowering.at(tree);
    Value common = smaller(available, length, block);
    loop(block.constant(0), common, tree, (body, i) -> body.store(copy, i, body.load(source, i)));
    return copy;
  }

  private static Value smaller(Value a, Value b, BlockBuilder block) {
    return block.elementary(MathCall.of(MathFunction.MIN), Type.INT, a, b);
  }

  private Value copyOfRange(MethodInvocationTree tree, List<ExpressionTree> arguments, String name)
      throws ProblemException {
    Value source = lowering.arrays().arrayIn(arguments.get(0));
    Value from = integer(arguments.get(1));
    Value to = integer(arguments.get(2));
    Value length = lowering.at(tree).minus(to, from);
    Value reversed =
        lowering.at(tree).compare(Arithmetic.LT, length, lowering.at(tree).constant(0));
    List<Operation.Part> parts =
        List.of(
            new Operation.Text(""),
            new Operation.Operand(from),
            new Operation.Text(" > "),
            new Operation.Operand(to));
    String exception = "java.lang.IllegalArgumentException";
    lowering.throwing().when(reversed, exception, List.of(new Operation.Argument(parts)), tree);
    Value copy = lowering.at(tree).newArray(Lowering.value(source.type(), name), length);
    Value available = lowering.arrays().length(source, "", tree);
    BlockBuilder block = lowering.at(tree);
    Value common = smaller(block.minus(available, from), length, block);
    Value zero = block.constant(0);
    checkCopy(source, from, copy, zero, common, tree);
    loop(
        zero,
        common,
        tree,
        (body, i) -> body.store(copy, i, body.load(source, body.plus(from, i))));
    return copy;
  }

  /** What happens to one element. */
  private interface Step {
    void at(BlockBuilder body, Value index);
  }

  /** A loop over indices, from the first up to the one before the last. */
  private void loop(Value first, Value end, MethodInvocationTree tree, Step step)
      throws ProblemException {
    BlockBuilder block = lowering.at(tree);
    Value index = Value.named(Type.INT, "i");
    BlockBuilder condition = new BlockBuilder().at(block.at());
    Value inside = condition.compare(Arithmetic.LT, index, end);
    BlockBuilder body = new BlockBuilder().at(block.at());
    step.at(body, index);
    Value next = body.plus(index, body.constant(1));
    block.add(
        new Operation.Loop(
            List.of(Value.named(Type.INT, "i")),
            List.of(first),
            List.of(index),
            condition.yield(List.of(inside)),
            body.yield(List.of(next)),
            block.at()));
  }

  private Value examine(MethodInvocationTree tree, ExecutableElement method, String name)
      throws ProblemException {
    ExpressionTree argument = tree.getArguments().get(0);
    Type type = lowering.computable(method.getParameters().get(0).asType(), argument);
    Value x = lowering.expressions().read(argument, type, "");
    BlockBuilder block = lowering.at(tree);
    Value result = Lowering.value(Type.BOOLEAN, name);
    if (method.getSimpleName().contentEquals("isNaN")) {
      return block.elementary(result, Arithmetic.NE, x, x);
    }
    Value size = block.elementary(MathCall.of(MathFunction.ABS), type, x);
    double most = type.equals(Type.FLOAT) ? Float.MAX_VALUE : Double.MAX_VALUE;
    boolean finite = method.getSimpleName().contentEquals("isFinite");
    Arithmetic comparison = finite ? Arithmetic.LE : Arithmetic.GT;
    return block.elementary(result, comparison, size, block.number(type, most));
  }
}
