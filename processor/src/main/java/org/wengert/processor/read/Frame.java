package org.wengert.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.read.resolve.Resolution;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Operation;

/** One method being read: the annotated one, or one that it calls. */
final class Frame {
  private final SourceFile file;
  private final ExecutableElement method;
  private final Body body;
  private final Frame caller;
  private final Variable result;
  private final Point end = new Point(Variable.flag("returned"), null);
  private final Map<VariableTree, Variable> variables = new HashMap<>();
  private final Map<String, Variable> components = new HashMap<>();
  private final Map<Variable, List<Operation.Part>> texts = new HashMap<>();
  private Point innermost = end;
  private Target target;
  private Yielding yielding;

  /**
   * @param caller the frame that calls this one, null for the annotated method
   * @param result where the value returned goes; null in a void method
   */
  Frame(SourceFile file, ExecutableElement method, Body body, Frame caller, Variable result) {
    this.file = file;
    this.method = method;
    this.body = body;
    this.caller = caller;
    this.result = result;
  }

  SourceFile file() {
    return file;
  }

  ExecutableElement method() {
    return method;
  }

  /** What stands in the method. */
  Body body() {
    return body;
  }

  Resolution resolution() {
    return body.resolution();
  }

  Variable result() {
    return result;
  }

  /** The end of the method. */
  Point end() {
    return end;
  }

  /** The next point outwards from the statement being read. */
  Point innermost() {
    return innermost;
  }

  void enter(Point point) {
    innermost = point;
  }

  /** The innermost statement around the one being read that jumps may refer to, if any. */
  Target target() {
    return target;
  }

  void enter(Target inner) {
    target = inner;
  }

  /** What {@code yield} does here; null outside of switch expressions. */
  Yielding yielding() {
    return yielding;
  }

  void enter(Yielding inner) {
    yielding = inner;
  }

  Variable declare(VariableTree declaration, Variable variable) {
    variables.put(declaration, variable);
    return variable;
  }

  /** Null for a local whose declaration has not been read. */
  Variable variable(VariableTree declaration) {
    return variables.get(declaration);
  }

  /** The local or parameter of this name; null for anything else. */
  Variable variable(IdentifierTree identifier) {
    VariableTree declaration = resolution().localOf(identifier);
    return declaration == null ? null : variables.get(declaration);
  }

  /** Declares a component of the record whose method or constructor this is. */
  void declareComponent(Variable component) {
    components.put(component.name(), component);
  }

  /** The component of this name; null where the method is no record's. */
  Variable component(String name) {
    return components.get(name);
  }

  /** Gives a parameter outside the tape's types the pieces of text that it stands for. */
  void setText(Variable parameter, List<Operation.Part> text) {
    texts.put(parameter, text);
  }

  /** The pieces of text that a parameter stands for; null for one that has a value. */
  List<Operation.Part> text(Variable parameter) {
    return texts.get(parameter);
  }

  /** Whether this method is already being read, here or further up the chain of calls. */
  boolean isReading(ExecutableElement candidate) {
    for (Frame frame = this; frame != null; frame = frame.caller) {
      if (frame.method.equals(candidate)) {
        return true;
      }
    }
    return false;
  }

  ProblemException problem(Message message, Tree at, Object... arguments) {
    Problem problem = Problem.of(message, file.locate(at), arguments);
    return new ProblemException(
        List.of(caller == null ? problem : reached(problem, method, caller.method)));
  }

  /** Adds to a problem why a method that need not be annotated is looked at. */
  static Problem reached(Problem problem, ExecutableElement method, ExecutableElement caller) {
    String text = Message.REACHED_BY_CALL.format(problem.text(), nameOf(method), nameOf(caller));
    return new Problem(text, problem.at());
  }

  static CharSequence nameOf(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? method.getEnclosingElement().getSimpleName()
        : method.getSimpleName();
  }
}
