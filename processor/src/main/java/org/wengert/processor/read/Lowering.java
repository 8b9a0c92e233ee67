package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.message.Problems;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The reading of one annotated method: where it stands, and the readers that take turns in it. Each
 * reader appends to the region that is current.
 */
final class Lowering {
  /** Above this, compilers and the later stages no longer cope in reasonable time. */
  static final int MOST_OPERATIONS = 500_000;

  /** Deeper regions would exhaust the stack of this and of the following stages. */
  static final int DEEPEST_NESTING = 200;

  private final Elements elements;
  private final Types types;
  private final TapeTypes tapeTypes;
  private final Methods methods;
  private final Layouts layouts;
  private final Records records;
  private final Callees callees;
  private final Set<ExecutableElement> called;
  private final Conversions conversions = new Conversions(this);
  private final ExpressionReader expressions = new ExpressionReader(this);
  private final BinaryReader binaries = new BinaryReader(this);
  private final LogicReader logic = new LogicReader(this);
  private final AssignmentReader assignments = new AssignmentReader(this);
  private final ArrayReader arrays = new ArrayReader(this);
  private final FieldReader fields = new FieldReader(this);
  private final CallReader calls = new CallReader(this);
  private final ObjectReader objects = new ObjectReader(this);
  private final RecordReader recordReader = new RecordReader(this);
  private final StatementReader statements = new StatementReader(this);
  private final LoopReader loops = new LoopReader(this);
  private final SwitchReader switches = new SwitchReader(this);
  private final ThrowReader throwing = new ThrowReader(this);
  private final AssertReader asserts = new AssertReader(this);
  private final Problems problems = new Problems();
  private final List<Value> standIns = new ArrayList<>();
  private Region region = Region.outermost();
  private Frame frame;
  private int operations;

  /**
   * @param callees what is known of methods that are called
   * @param called methods of this file that are called instead of being read in place
   */
  Lowering(
      Elements elements,
      Types types,
      Methods methods,
      Callees callees,
      Set<ExecutableElement> called) {
    this.elements = elements;
    this.types = types;
    this.methods = methods;
    this.callees = callees;
    this.called = called;
    tapeTypes = new TapeTypes(types);
    layouts = new Layouts(elements, tapeTypes, methods);
    records = new Records(layouts);
  }

  Elements elements() {
    return elements;
  }

  Types types() {
    return types;
  }

  TapeTypes tapeTypes() {
    return tapeTypes;
  }

  Methods methods() {
    return methods;
  }

  Layouts layouts() {
    return layouts;
  }

  Records records() {
    return records;
  }

  Callees callees() {
    return callees;
  }

  /** Whether calls of this method of the file stay calls. */
  boolean isCalled(ExecutableElement method) {
    return called.contains(method);
  }

  Conversions conversions() {
    return conversions;
  }

  ExpressionReader expressions() {
    return expressions;
  }

  BinaryReader binaries() {
    return binaries;
  }

  LogicReader logic() {
    return logic;
  }

  AssignmentReader assignments() {
    return assignments;
  }

  ArrayReader arrays() {
    return arrays;
  }

  FieldReader fields() {
    return fields;
  }

  CallReader calls() {
    return calls;
  }

  ObjectReader objects() {
    return objects;
  }

  RecordReader recordReader() {
    return recordReader;
  }

  StatementReader statements() {
    return statements;
  }

  LoopReader loops() {
    return loops;
  }

  SwitchReader switches() {
    return switches;
  }

  AssertReader asserts() {
    return asserts;
  }

  ThrowReader throwing() {
    return throwing;
  }

  /** The block that operations are appended to. */
  Region region() {
    return region;
  }

  Environment environment() {
    return region.environment();
  }

  /** The method that is being read. */
  Frame frame() {
    return frame;
  }

  /** Lowers something into another region. */
  void in(Region other, Rest.Action action) throws ProblemException {
    Region before = region;
    region = other;
    try {
      action.run();
    } finally {
      region = before;
    }
  }

  /** Lowers an expression into another region. */
  Value readIn(Region other, ExpressionTree expression, Type type) throws ProblemException {
    Region before = region;
    region = other;
    try {
      return expressions.read(expression, type, "");
    } finally {
      region = before;
    }
  }

  /** Opens a region for a construct of the source, inside the current one. */
  Region open(Tree construct) throws ProblemException {
    return open(construct, environment());
  }

  /** Likewise, with other values of variables to start from. */
  Region open(Tree construct, Environment start) throws ProblemException {
    checkDepth(construct);
    return region.inner(start);
  }

  /** Opens a region for the body of a method called at this place. */
  Region openCalled(Tree call) throws ProblemException {
    checkDepth(call);
    return region.called();
  }

  private void checkDepth(Tree construct) throws ProblemException {
    if (region.depth() >= DEEPEST_NESTING) {
      throw problem(Message.NESTED_TOO_DEEPLY, construct);
    }
  }

  /** Lowers something as part of another method, whose variables are its own. */
  void within(Frame other, Region its, Rest.Action action) throws ProblemException {
    Frame before = frame;
    frame = other;
    try {
      in(its, action);
    } finally {
      frame = before;
    }
  }

  /** The current block, about to receive one operation for this tree. */
  BlockBuilder at(Tree tree) throws ProblemException {
    return at(frame.file().locate(tree), tree);
  }

  /** The same for a tree whose place is known. */
  BlockBuilder at(Location location, Tree tree) throws ProblemException {
    if (++operations > MOST_OPERATIONS) {
      throw problem(Message.TOO_LARGE, tree, MOST_OPERATIONS);
    }
    return region.builder().at(location);
  }

  /**
   * Remembers what is wrong in a statement, so that reading can go on behind it. Of several
   * problems at one place only the first counts.
   *
   * @throws ProblemException the same, where nothing more can be read
   */
  void note(ProblemException failure) throws ProblemException {
    problems.addAll(failure.problems());
    if (operations > MOST_OPERATIONS) {
      throw failure;
    }
  }

  /** What is said of a variable that is read before it has a value. */
  ProblemException unassigned(IdentifierTree tree) {
    return problems.isEmpty()
        ? problem(Message.UNASSIGNED, tree, tree.getName())
        : new ProblemException(List.of()); // it follows from what is known already
  }

  /** A value in place of one that cannot be read. */
  Value standIn(Type type) {
    Value value = records.fresh(type, "");
    standIns.addAll(records.leaves(value));
    return value;
  }

  /** All values of which nothing is known. */
  List<Value> standIns() {
    return standIns;
  }

  /** All that was wrong, in the order of the source. */
  List<Problem> problems() {
    return problems.inOrder();
  }

  ProblemException problem(Message message, Tree at, Object... arguments) {
    return frame.problem(message, at, arguments);
  }

  /** Refuses a tree of which all that is wrong has been said. */
  void requireSound(Tree tree) throws ProblemException {
    if (!frame.body().isSound(tree)) {
      throw new ProblemException(List.of());
    }
  }

  /** Refuses a local of a type that was refused where the local is declared. */
  void requireUnrefused(Variable variable, TypeMirror type) throws ProblemException {
    if (!problems.isEmpty()
        && environment().get(variable) == Environment.UNASSIGNED
        && tapeTypes.computable(type).isEmpty()
        && layouts.of(type).isEmpty()) {
      throw new ProblemException(List.of());
    }
  }

  /** The type in which the tape computes an expression. */
  Type typeOf(ExpressionTree expression) throws ProblemException {
    requireSound(ExpressionReader.withoutParentheses(expression));
    if (!problems.isEmpty()
        && ExpressionReader.withoutParentheses(expression) instanceof IdentifierTree identifier
        && frame.variable(identifier) != null
        && environment().get(frame.variable(identifier)) == Environment.UNASSIGNED) {
      throw unassigned(identifier);
    }
    return computable(frame.resolution().typeOf(expression), expression);
  }

  /** The type in which values of a Java type are computed with; a record's own type. */
  Type computable(TypeMirror type, Tree at) throws ProblemException {
    Optional<Type> own = tapeTypes.computable(type).or(() -> layouts.of(type).map(Layout::type));
    return own.orElseThrow(() -> unsupported(type, at));
  }

  ProblemException unsupported(TypeMirror type, Tree at) {
    try {
      return problem(Message.BOXED_TYPE, at, type, types.unboxedType(type));
    } catch (IllegalArgumentException noBox) {
      Layouts.Refusal refusal = layouts.refusal(type);
      return problem(refusal.message(), at, refusal.arguments().toArray());
    }
  }

  /** Evaluates what a static member is selected from, where that is more than a name. */
  void readQualifier(MemberSelectTree select) throws ProblemException {
    ExpressionTree qualifier = ExpressionReader.withoutParentheses(select.getExpression());
    if (!(qualifier instanceof IdentifierTree)
        && !(frame.resolution().elementOf(qualifier) instanceof TypeElement)) {
      expressions.readEffect(qualifier);
    }
  }

  /** The variable's value, brought onto the tape where it is only known so far. */
  Value materialize(Variable variable) {
    return records.materialize(region, variable);
  }

  /** A new value of this name; a temporary where the name is empty. */
  static Value value(Type type, String name) {
    return name.isEmpty() ? Value.temporary(type) : Value.named(type, name);
  }
}
