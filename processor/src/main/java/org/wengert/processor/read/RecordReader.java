package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Value;

/**
 * Lowers what is done with records: they are created by their constructors, and used by their
 * accessors and methods, all of which are read in place unless they are the compiler's own.
 */
final class RecordReader {
  private final Lowering lowering;

  RecordReader(Lowering lowering) {
    this.lowering = lowering;
  }

  Value create(NewClassTree tree, String name) throws ProblemException {
    Element constructor = lowering.frame().resolution().elementOf(tree);
    Optional<Layout> layout =
        constructor == null ? Optional.empty() : layoutAround(constructor, tree);
    if (layout.isEmpty()) {
      throw lowering.problem(Message.NEW_OBJECT, tree);
    }
    return construct(
        layout.get(), (ExecutableElement) constructor, tree.getArguments(), name, tree);
  }

  /** The layout of the record that a member belongs to; empty where it is no record's. */
  private Optional<Layout> layoutAround(Element member, Tree at) throws ProblemException {
    Element owner = member.getEnclosingElement();
    if (owner.getKind() == ElementKind.RECORD) {
      lowering.computable(owner.asType(), at);
    }
    return lowering.layouts().of(owner.asType());
  }

  private Value construct(
      Layout layout,
      ExecutableElement constructor,
      List<? extends ExpressionTree> given,
      String name,
      Tree at)
      throws ProblemException {
    Optional<MethodTree> declaration = lowering.methods().declaration(constructor);
    if (declaration.isEmpty()
        || lowering.elements().getOrigin(constructor) == Elements.Origin.MANDATED) {
      if (constructor.getParameters().size() != layout.components().size()) {
        throw lowering.problem(Message.UNRESOLVED, at, "what this record holds is not certain");
      }
      IntFunction<String> naming = i -> Records.nameOf(name, layout.components().get(i).name());
      return lowering.records().of(layout, lowering.calls().values(constructor, given, naming, at));
    }
    checkRecursion(constructor, at);
    CallReader.Called called =
        lowering
            .calls()
            .readInPlace(constructor, declaration.get(), given, null, at, () -> declare(layout));
    return lowering.records().of(layout, constructed(layout, called, declaration.get()));
  }

  private void checkRecursion(ExecutableElement member, Tree at) throws ProblemException {
    if (lowering.frame().isReading(member)) {
      throw lowering.problem(Message.RECORD_RECURSION, at, Frame.nameOf(member));
    }
  }

  /** Gives the components no values yet. */
  private void declare(Layout layout) {
    for (Layout.Component component : layout.components()) {
      set(component, Environment.UNASSIGNED);
    }
  }

  private void set(Layout.Component component, Value value) {
    Frame frame = lowering.frame();
    if (frame.component(component.name()) == null) {
      frame.declareComponent(new Variable(component.name(), component.type()));
    }
    lowering.environment().set(frame.component(component.name()), value);
  }

  /** The components' values at a constructor's end; a compact one's are in its parameters. */
  private List<Value> constructed(Layout layout, CallReader.Called called, MethodTree declaration) {
    Environment end = called.body().environment();
    List<Variable> variables = new ArrayList<>();
    for (Layout.Component component : layout.components()) {
      variables.add(called.frame().component(component.name()));
    }
    boolean unset = variables.stream().allMatch(each -> end.get(each) == Environment.UNASSIGNED);
    if (unset && !called.body().thrown()) {
      variables = declaration.getParameters().stream().map(called.frame()::variable).toList();
    }
    return variables.stream()
        .map(variable -> lowering.records().materialize(called.body(), variable))
        .toList();
  }

  /** {@code this(...)}, which does all that a constructor does not do itself. */
  void delegate(MethodInvocationTree tree, ExecutableElement constructor) throws ProblemException {
    Layout layout = layoutAround(constructor, tree).orElseThrow();
    Value record = construct(layout, constructor, tree.getArguments(), "", tree);
    enter(layout, record);
  }

  /** Gives the components the values that they have in a record. */
  private void enter(Layout layout, Value record) {
    List<Value> values = lowering.records().components(record);
    for (int i = 0; i < values.size(); i++) {
      set(layout.components().get(i), values.get(i));
    }
  }

  /** Whether a method is one of a record's. */
  boolean owns(ExecutableElement method, Tree at) throws ProblemException {
    return layoutAround(method, at).isPresent();
  }

  /** A call of a method of a record that is not static; null where it is void. */
  Value call(MethodInvocationTree tree, ExecutableElement method, String name)
      throws ProblemException {
    Layout layout = layoutAround(method, tree).orElseThrow();
    Optional<MethodTree> declaration = lowering.methods().declaration(method);
    Optional<Integer> component = accessed(layout, method);
    if (declaration.isEmpty() && component.isEmpty()) {
      throw lowering.problem(Message.RECORD_OBJECT_METHOD, tree, CallReader.nameOf(method));
    }
    Value receiver =
        tree.getMethodSelect() instanceof MemberSelectTree select
            ? lowering.expressions().read(select.getExpression(), layout.type(), "")
            : self(layout, tree);
    if (declaration.isEmpty()) {
      return lowering.records().components(receiver).get(component.get());
    }
    checkRecursion(method, tree);
    CallReader.Called called =
        lowering
            .calls()
            .readInPlace(
                method,
                declaration.get(),
                tree.getArguments(),
                name,
                tree,
                () -> enter(layout, receiver));
    return called.result();
  }

  /** The component that a method is the accessor of. */
  private static Optional<Integer> accessed(Layout layout, ExecutableElement method) {
    for (int i = 0; i < layout.components().size(); i++) {
      if (layout.components().get(i).accessor().filter(method::equals).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** {@code this}, also with the record's name before it. */
  Value self(ExpressionTree tree) throws ProblemException {
    lowering.typeOf(tree);
    return self(layoutAround(lowering.frame().method(), tree).orElseThrow(), tree);
  }

  private Value self(Layout layout, Tree at) throws ProblemException {
    List<Value> values = new ArrayList<>();
    for (Layout.Component component : layout.components()) {
      values.add(own(component.name(), at));
    }
    return lowering.records().of(layout, values);
  }

  /** The value of a component of the record whose method or constructor is being read. */
  private Value own(String component, Tree at) throws ProblemException {
    Variable variable = lowering.frame().component(component);
    Value value = variable == null ? Environment.UNASSIGNED : lowering.environment().get(variable);
    if (value == Environment.UNASSIGNED) {
      throw lowering.problem(Message.RECORD_UNFINISHED, at, component);
    }
    return value;
  }

  /** The value of a field that is not static. */
  Value field(ExpressionTree tree, VariableElement field) throws ProblemException {
    Optional<Layout> layout = layoutAround(field, tree);
    if (layout.isEmpty()) {
      throw lowering.problem(Message.FIELD_OF_OBJECT, tree, field.getSimpleName());
    }
    String component = field.getSimpleName().toString();
    if (!(tree instanceof MemberSelectTree select) || isThis(select.getExpression())) {
      return own(component, tree);
    }
    Value record = lowering.expressions().read(select.getExpression(), layout.get().type(), "");
    return lowering.records().components(record).get(layout.get().indexOf(component));
  }

  static boolean isThis(ExpressionTree tree) {
    ExpressionTree inner = ExpressionReader.withoutParentheses(tree);
    return inner instanceof IdentifierTree identifier && identifier.getName().contentEquals("this")
        || inner instanceof MemberSelectTree select && select.getIdentifier().contentEquals("this");
  }

  /** The record in a static field, all of whose components are read here. */
  Value constant(ExpressionTree tree, VariableElement field, String owner, String name)
      throws ProblemException {
    Layout layout = lowering.layouts().of(field.asType()).orElseThrow();
    boolean fixed = field.getModifiers().contains(Modifier.FINAL);
    return constant(layout, owner, field.getSimpleName().toString(), fixed, name, tree);
  }

  private Value constant(
      Layout layout, String owner, String path, boolean fixed, String name, Tree at)
      throws ProblemException {
    if (!lowering.fields().isVisible(layout.element())) {
      throw lowering.problem(Message.RECORD_HIDDEN, at, layout.element().getSimpleName());
    }
    List<Value> values = new ArrayList<>();
    for (Layout.Component component : layout.components()) {
      if (component.accessor().flatMap(lowering.methods()::declaration).isPresent()) {
        throw lowering.problem(
            Message.RECORD_ACCESSOR, at, layout.element().getSimpleName(), component.name());
      }
      String inner = path + "." + component.name() + "()";
      String own = Records.nameOf(name, component.name());
      Optional<Layout> nested = lowering.layouts().of(component.type());
      values.add(
          nested.isPresent()
              ? constant(nested.get(), owner, inner, fixed, own, at)
              : lowering.fields().read(component.declared(), owner, inner, fixed, own, at));
    }
    return lowering.records().of(layout, values);
  }
}
