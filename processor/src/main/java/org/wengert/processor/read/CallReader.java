package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.read.resolve.Resolution;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers calls: of mathematical functions to operations, of this file's methods to their bodies, of
 * others to calls.
 */
final class CallReader {
  private final Lowering lowering;
  private final InvokeReader invokes;

  CallReader(Lowering lowering) {
    this.lowering = lowering;
    this.invokes = new InvokeReader(lowering);
  }

  /** The call's value; null where the method is void. */
  Value read(MethodInvocationTree tree, String name) throws ProblemException {
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("clone")
        && isArray(select.getExpression())) {
      return lowering.arrays().clone(select.getExpression(), name, tree);
    }
    Element element = lowering.frame().resolution().elementOf(tree);
    if (!(element instanceof ExecutableElement method)) {
      throw lowering.problem(Message.UNSUPPORTED_EXPRESSION, tree);
    }
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    if (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath")) {
      return readMath(tree, method, owner.equals("java.lang.StrictMath"), name);
    }
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      throw lowering.problem(Message.CALL_ON_OBJECT, tree, nameOf(method));
    }
    Optional<MethodTree> declaration = lowering.methods().declaration(method);
    if (declaration.isEmpty() || declaration.get().getBody() == null) {
      return invokes.elsewhere(tree, method, values(tree, method), name);
    }
    if (lowering.isCalled(method)) {
      return invokes.recursive(tree, method, values(tree, method), name);
    }
    if (lowering.frame().isReading(method)) {
      throw new RecursionException(method);
    }
    return readBody(tree, method, declaration.get(), name);
  }

  /** The arguments of a call that stays one. */
  private List<Value> values(MethodInvocationTree tree, ExecutableElement method)
      throws ProblemException {
    invokes.checkParameters(method, tree.getArguments());
    List<Value> values = new ArrayList<>();
    List<Bound> bound = arguments(tree, method);
    for (int i = 0; i < bound.size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      values.add(lowering.conversions().pass(bound.get(i).value(), type, tree));
    }
    return values;
  }

  private boolean isArray(ExpressionTree receiver) {
    Resolution resolution = lowering.frame().resolution();
    return !(resolution.elementOf(receiver) instanceof TypeElement)
        && resolution.typeOf(receiver).getKind() == TypeKind.ARRAY;
  }

  static String nameOf(ExecutableElement method) {
    return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
  }

  private Value readMath(
      MethodInvocationTree tree, ExecutableElement method, boolean strict, String name)
      throws ProblemException {
    MathFunction function =
        MathFunction.named(method.getSimpleName().toString())
            .orElseThrow(() -> lowering.problem(Message.CALL_OF_MATH, tree, nameOf(method)));
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < tree.getArguments().size(); i++) {
      ExpressionTree argument = tree.getArguments().get(i);
      Type type = lowering.computable(method.getParameters().get(i).asType(), argument);
      operands.add(lowering.expressions().read(argument, type, ""));
    }
    Type type = lowering.computable(method.getReturnType(), tree);
    return lowering
        .at(tree)
        .elementary(
            Lowering.value(type, name),
            new MathCall(function, strict),
            operands.toArray(Value[]::new));
  }

  /** A parameter's value: a value of the tape, or the text that it stands for. */
  private record Bound(Variable variable, Value value, List<Operation.Part> text) {}

  private Value readBody(
      MethodInvocationTree tree, ExecutableElement method, MethodTree declaration, String name)
      throws ProblemException {
    Frame caller = lowering.frame();
    lowering.at(tree);
    List<Bound> arguments = arguments(tree, method);
    Frame frame =
        new Frame(
            caller.file(), method, resolve(method, declaration), caller, result(method, name));
    Region body = lowering.openCalled(tree);
    lowering.within(
        frame,
        body,
        () -> {
          bind(arguments, declaration);
          lowering.statements().readBody(declaration);
        });
    Value result = frame.result() == null ? null : body.materialize(frame.result());
    if (body.thrown()) {
      lowering.region().markThrown();
    }
    return result;
  }

  private Variable result(ExecutableElement method, String name) {
    TypeMirror type = method.getReturnType();
    return type.getKind() == TypeKind.VOID
        ? null
        : new Variable(name, lowering.tapeTypes().any(type));
  }

  private Resolution resolve(ExecutableElement method, MethodTree declaration)
      throws ProblemException {
    try {
      return lowering.methods().resolve(method, declaration);
    } catch (ProblemException problems) {
      ExecutableElement caller = lowering.frame().method();
      throw new ProblemException(
          problems.problems().stream()
              .map(problem -> Frame.reached(problem, method, caller))
              .toList());
    }
  }

  private List<Bound> arguments(MethodInvocationTree tree, ExecutableElement method)
      throws ProblemException {
    List<ExpressionTree> given = List.copyOf(tree.getArguments()); // javac's lists are linked
    List<? extends VariableElement> parameters = method.getParameters();
    int single = isSpread(method, given) ? parameters.size() - 1 : parameters.size();
    List<Bound> bound = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror type = parameters.get(i).asType();
      Variable variable =
          new Variable(
              parameters.get(i).getSimpleName().toString(), lowering.tapeTypes().any(type));
      if (i >= single) {
        Value array =
            lowering
                .arrays()
                .filled(
                    given.subList(i, given.size()),
                    lowering.computable(type, tree),
                    variable.name(),
                    tree);
        bound.add(new Bound(variable, array, null));
      } else {
        bound.add(argument(given.get(i), variable, type));
      }
    }
    return bound;
  }

  private Bound argument(ExpressionTree tree, Variable variable, TypeMirror type)
      throws ProblemException {
    if (type.getKind() != TypeKind.ARRAY && lowering.tapeTypes().computable(type).isEmpty()) {
      return new Bound(
          variable, Value.named(variable.type(), variable.name()), lowering.throwing().text(tree));
    }
    lowering.computable(type, tree);
    Value value = lowering.expressions().read(tree, variable.type(), variable.name());
    return new Bound(variable, value, null);
  }

  /** Whether the last arguments are elements of an array that the call creates (JLS 15.12.2.4). */
  private boolean isSpread(ExecutableElement method, List<? extends ExpressionTree> given) {
    int formal = method.getParameters().size();
    if (!method.isVarArgs()) {
      return false;
    }
    if (given.size() != formal) {
      return true;
    }
    TypeMirror last = lowering.frame().resolution().typeOf(given.get(formal - 1));
    return !lowering.types().isAssignable(last, method.getParameters().get(formal - 1).asType());
  }

  private void bind(List<Bound> arguments, MethodTree declaration) {
    for (int i = 0; i < arguments.size(); i++) {
      Bound argument = arguments.get(i);
      VariableTree parameter = declaration.getParameters().get(i);
      lowering.frame().declare(parameter, argument.variable());
      lowering.environment().set(argument.variable(), argument.value());
      if (argument.text() != null) {
        lowering.frame().setText(argument.variable(), argument.text());
      }
    }
  }
}
