package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.model.GeneratedMethod;
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
  private final LibraryReader library;

  CallReader(Lowering lowering) {
    this.lowering = lowering;
    this.invokes = new InvokeReader(lowering);
    this.library = new LibraryReader(lowering);
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
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      lowering.recordReader().delegate(tree, method);
      return null;
    }
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      return lowering.recordReader().owns(method, tree)
          ? lowering.recordReader().call(tree, method, name)
          : askObject(tree, method, name);
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      lowering.readQualifier(select);
    }
    if (method instanceof GeneratedMethod generated) {
      return new NestedReader(lowering).read(tree, generated, values(tree, method));
    }
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    if (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath")) {
      return readMath(tree, method, owner.equals("java.lang.StrictMath"), name);
    }
    if (LibraryReader.knows(method)) {
      return library.read(tree, method, name);
    }
    Optional<MethodTree> declaration = lowering.methods().declaration(method);
    if (declaration.isEmpty()
        || declaration.get().getBody() == null
        || lowering.callees().hasRules(method)) {
      return invokes.elsewhere(tree, method, values(tree, method), name);
    }
    if (lowering.isCalled(method)) {
      return invokes.recursive(tree, method, values(tree, method), name);
    }
    if (lowering.frame().isReading(method)) {
      throw new RecursionException(method);
    }
    return readInPlace(method, declaration.get(), tree.getArguments(), name, tree, () -> {})
        .result();
  }

  private Value askObject(MethodInvocationTree tree, ExecutableElement method, String name)
      throws ProblemException {
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      lowering.computable(lowering.frame().resolution().typeOf(tree), tree);
    }
    return lowering.objects().ask(tree, method, name);
  }

  /** A call of a method of an object; null where it is void. */
  Value ask(Value receiver, MethodInvocationTree tree, ExecutableElement method, String name)
      throws ProblemException {
    List<Value> arguments = new ArrayList<>(List.of(receiver));
    arguments.addAll(values(tree, method));
    return invokes.ofObject(tree, method, arguments, name);
  }

  /**
   * The arguments of a call that stays one. They are called as the parameters are, if these stand
   * in this file: what is generated must not depend on whether other files are class files, where
   * parameters have no names.
   */
  private List<Value> values(MethodInvocationTree tree, ExecutableElement method)
      throws ProblemException {
    invokes.check(tree, method);
    List<Value> values = new ArrayList<>();
    boolean isNamed =
        method instanceof GeneratedMethod || lowering.methods().declaration(method).isPresent();
    List<Bound> bound =
        arguments(
            method,
            tree.getArguments(),
            isNamed ? parameterNames(method) : parameter -> "",
            tree,
            (argument, variable) -> new Bound(variable, lowering.objects().read(argument), null));
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

  /**
   * What is left of a method whose body was read in place.
   *
   * @param result null where it is void, or a constructor
   */
  record Called(Frame frame, Region body, Value result) {}

  /**
   * Lowers the body of a method or constructor of this file in place of a call.
   *
   * @param name what its result is to be called
   * @param first what is done in the method before its parameters are set
   */
  Called readInPlace(
      ExecutableElement method,
      MethodTree declaration,
      List<? extends ExpressionTree> given,
      String name,
      Tree at,
      Rest.Action first)
      throws ProblemException {
    Frame caller = lowering.frame();
    lowering.at(at);
    List<Bound> arguments = arguments(method, given, parameterNames(method), at, this::textual);
    Frame frame =
        new Frame(
            caller.file(), method, resolve(method, declaration), caller, result(method, name));
    Region body = lowering.openCalled(at);
    lowering.within(
        frame,
        body,
        () -> {
          first.run();
          bind(arguments, declaration);
          lowering.statements().readBody(declaration);
        });
    Value result =
        frame.result() == null ? null : lowering.records().materialize(body, frame.result());
    if (body.thrown()) {
      lowering.region().markThrown();
    }
    return new Called(frame, body, result);
  }

  private Variable result(ExecutableElement method, String name) {
    TypeMirror type = method.getReturnType();
    return type.getKind() == TypeKind.VOID
        ? null
        : new Variable(name, lowering.tapeTypes().any(type));
  }

  private Body resolve(ExecutableElement method, MethodTree declaration) throws ProblemException {
    try {
      Body body = lowering.methods().resolve(method, declaration);
      lowering.note(reached(method, body.problems()));
      return body;
    } catch (ProblemException failure) {
      throw reached(method, failure.problems());
    }
  }

  private ProblemException reached(ExecutableElement method, List<Problem> problems) {
    ExecutableElement caller = lowering.frame().method();
    return new ProblemException(
        problems.stream().map(problem -> Frame.reached(problem, method, caller)).toList());
  }

  /**
   * The arguments' values.
   *
   * @param naming what the value for each parameter is to be called
   */
  List<Value> values(
      ExecutableElement method,
      List<? extends ExpressionTree> given,
      IntFunction<String> naming,
      Tree at)
      throws ProblemException {
    return arguments(method, given, naming, at, this::textual).stream().map(Bound::value).toList();
  }

  private static IntFunction<String> parameterNames(ExecutableElement method) {
    return i -> method.getParameters().get(i).getSimpleName().toString();
  }

  /** What becomes of an argument that is no value of the tape's own. */
  private interface Other {
    Bound bind(ExpressionTree argument, Variable variable) throws ProblemException;
  }

  private List<Bound> arguments(
      ExecutableElement method,
      List<? extends ExpressionTree> arguments,
      IntFunction<String> naming,
      Tree at,
      Other other)
      throws ProblemException {
    List<ExpressionTree> given = List.copyOf(arguments); // javac's lists are linked
    List<? extends VariableElement> parameters = method.getParameters();
    int single = isSpread(method, given) ? parameters.size() - 1 : parameters.size();
    List<Bound> bound = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror type = parameters.get(i).asType();
      Variable variable = new Variable(naming.apply(i), lowering.tapeTypes().any(type));
      if (i >= single) {
        Value array =
            lowering
                .arrays()
                .filled(
                    given.subList(i, given.size()),
                    lowering.computable(type, at),
                    variable.name(),
                    at);
        bound.add(new Bound(variable, array, null));
      } else {
        bound.add(argument(given.get(i), variable, type, other));
      }
    }
    return bound;
  }

  private Bound argument(ExpressionTree tree, Variable variable, TypeMirror type, Other other)
      throws ProblemException {
    if (type.getKind() != TypeKind.ARRAY
        && lowering.tapeTypes().computable(type).isEmpty()
        && lowering.layouts().of(type).isEmpty()) {
      if (lowering.layouts().of(lowering.frame().resolution().typeOf(tree)).isPresent()) {
        throw lowering.problem(Message.UNSUPPORTED_TYPE, tree, type);
      }
      return other.bind(tree, variable);
    }
    lowering.computable(type, tree);
    Value value = lowering.expressions().read(tree, variable.type(), variable.name());
    return new Bound(variable, value, null);
  }

  private Bound textual(ExpressionTree tree, Variable variable) throws ProblemException {
    Value unknown = Value.named(variable.type(), variable.name());
    return new Bound(variable, unknown, lowering.throwing().text(tree));
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
