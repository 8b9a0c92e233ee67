package org.wengert.processor.tape;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wengert.processor.tape.Type.BOOLEAN;
import static org.wengert.processor.tape.Type.DOUBLE;
import static org.wengert.processor.tape.Type.INT;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerifierTest {
  private static final Location LINE_7 = new Location(7, 100, 110);

  private final Value x = Value.named(DOUBLE, "x");
  private final Value n = Value.named(INT, "n");
  private final Value w = Value.named(DOUBLE.arrayOf(), "w");
  private final Value test = Value.named(BOOLEAN, "test");
  private final BlockBuilder body = new BlockBuilder().at(LINE_7);

  @Test
  void acceptsWhatIsWellFormed() {
    Value s = Value.named(DOUBLE, "s");
    Value sum = Value.named(DOUBLE, "sum");
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, s, x);
    BlockBuilder step = new BlockBuilder();
    Value next = step.plus(s, step.load(w, n));
    body.add(loop(sum, body.number(DOUBLE, 0), s, condition.yield(List.of(more)), step, next));
    Value y = Value.named(DOUBLE, "y");
    BlockBuilder taken = new BlockBuilder();
    taken.store(w, n, sum);
    body.add(
        new Operation.Branch(
            List.of(y), test, taken.yield(List.of(sum)), thrown(new BlockBuilder()), LINE_7));
    Tape tape = tape(y);
    assertThat(Verifier.verify(tape)).isSameInstanceAs(tape);
  }

  @Test
  void valuesAreDefined() {
    body.plus(x, Value.named(DOUBLE, "missing"));
    assertRejected(
        tape(x), "missing is not defined before its use: double v1 = add x missing @7\nf(double x");
  }

  @Test
  void valuesAreDefinedBeforeTheirUse() {
    Value late = Value.named(DOUBLE, "late");
    body.negate(late);
    body.elementary(late, Arithmetic.NEG, x);
    assertRejected(tape(x), "late is not defined before its use: double v1 = neg late @7\n");
  }

  @Test
  void anOperationDoesNotSeeItsOwnResult() {
    Value own = Value.named(DOUBLE, "own");
    body.elementary(own, Arithmetic.NEG, own);
    assertRejected(tape(x), "own is not defined before its use: double own = neg own @7\n");
  }

  @Test
  void valuesAreDefinedOnce() {
    body.elementary(x, Arithmetic.NEG, x);
    assertRejected(tape(x), "x is defined twice: double x = neg x @7\n");
  }

  @Test
  void valuesAreDefinedOnceInSiblingBlocksToo() {
    Value twice = Value.named(DOUBLE, "twice");
    BlockBuilder one = new BlockBuilder();
    one.elementary(twice, Arithmetic.NEG, x);
    BlockBuilder other = new BlockBuilder();
    other.elementary(twice, Arithmetic.NEG, x);
    branch(one.yield(List.of()), other.yield(List.of()));
    assertRejected(tape(x), "twice is defined twice: double twice = neg x\n");
  }

  @Test
  void aBlocksValuesAreInvisibleAfterIt() {
    BlockBuilder one = new BlockBuilder();
    Value inner = one.elementary(Value.named(DOUBLE, "inner"), Arithmetic.NEG, x);
    branch(one.yield(List.of()), new Block(List.of(), List.of()));
    body.negate(inner);
    assertRejected(tape(x), "inner is out of sight: double v1 = neg inner @7\n");
  }

  @Test
  void theConditionsValuesAreInvisibleInTheBody() {
    Value s = Value.named(DOUBLE, "s");
    BlockBuilder condition = new BlockBuilder();
    Value half = condition.elementary(Value.named(DOUBLE, "half"), Arithmetic.NEG, s);
    Value more = condition.compare(Arithmetic.LT, half, x);
    BlockBuilder step = new BlockBuilder();
    Value next = step.negate(half);
    body.add(loop(Value.named(DOUBLE, "sum"), x, s, condition.yield(List.of(more)), step, next));
    assertRejected(tape(x), "half is out of sight: double v2 = neg half\n");
  }

  @Test
  void carriedValuesAreInvisibleAfterTheLoop() {
    Value s = Value.named(DOUBLE, "s");
    Value sum = Value.named(DOUBLE, "sum");
    body.add(loop(sum, x, s, new Block(List.of(), List.of(test)), new BlockBuilder(), s));
    assertRejected(tape(s), "s is out of sight: f\n");
  }

  @Test
  void nothingFollowsAThrow() {
    body.add(new Operation.Throw("java.lang.Error", List.of(), LINE_7));
    Value y = body.negate(x);
    assertRejected(tape(y), "operations follow a throw: throw java.lang.Error() @7\n");
  }

  @Test
  void aBlockThatThrowsYieldsNothing() {
    body.add(new Operation.Throw("java.lang.Error", List.of(), LINE_7));
    assertRejected(tape(x), "a block that throws yields values: f\n");
  }

  @Test
  void elementaryOperandsHaveTypesThatTheOperatorTakes() {
    body.elementary(Value.named(DOUBLE, "y"), Arithmetic.ADD, x, n);
    assertRejected(tape(x), "no such operation on [double, int]: double y = add x n @7\n");
  }

  @Test
  void elementaryResultsHaveTheOperatorsType() {
    body.elementary(Value.named(DOUBLE, "y"), Arithmetic.LT, x, x);
    assertRejected(tape(x), "the result's type is boolean: double y = lt x x @7\n");
  }

  @Test
  void functionsHaveOverloads() {
    body.elementary(MathCall.of(MathFunction.SIN), INT, n);
    assertRejected(tape(x), "no such operation on [int]: int v1 = Math.sin n @7\n");
  }

  @Test
  void literalsHaveTheirType() {
    body.constant(DOUBLE, 1f);
    assertRejected(tape(x), "the literal has another type: double v1 = constant 1.0f @7\n");
  }

  @Test
  void indicesAreInts() {
    body.load(w, x);
    assertRejected(tape(x), "not an array with an int index: double v1 = load w x @7\n");
  }

  @Test
  void onlyArraysHaveElements() {
    body.store(x, n, x);
    assertRejected(tape(x), "not an array with an int index: store x n x @7\n");
  }

  @Test
  void elementsHaveTheArraysElementType() {
    body.store(w, n, n);
    assertRejected(tape(x), "the element's type is not the array's: store w n n @7\n");
    BlockBuilder other = new BlockBuilder();
    other.load(Value.named(INT, "i"), w, n);
    assertRejected(tape(other, x), "the element's type is not the array's: int i = load w n\n");
  }

  @Test
  void onlyArraysHaveALength() {
    body.length(x);
    assertRejected(tape(x), "not the int length of an array: int v1 = length x @7\n");
  }

  @Test
  void newArraysHaveAtMostRankManyLengths() {
    body.newArray(Value.named(DOUBLE.arrayOf(), "a"), n, n);
    assertRejected(tape(x), "not one to rank many int lengths: double[] a = new n n @7\n");
    BlockBuilder other = new BlockBuilder();
    other.newArray(Value.named(DOUBLE.arrayOf(), "a"), x);
    assertRejected(tape(other, x), "not one to rank many int lengths: double[] a = new x\n");
  }

  @Test
  void clonesHaveTheArraysType() {
    body.add(new Operation.CloneArray(Value.named(INT.arrayOf(), "a"), w, LINE_7));
    assertRejected(tape(x), "not an array cloned to its own type: int[] a = clone w @7\n");
  }

  @Test
  void buffersAreArraysOfIntLength() {
    body.add(new Operation.Acquire(Value.named(DOUBLE, "a"), n, LINE_7));
    assertRejected(tape(x), "not a buffer of int length: double a = acquire n @7\n");
    BlockBuilder other = new BlockBuilder();
    other.add(new Operation.Reserve(Value.named(INT.arrayOf(), "a"), w, n, LINE_7));
    assertRejected(
        tape(other, x), "not a buffer grown to an int length: int[] a = reserve w n @7\n");
  }

  @Test
  void branchesTestABoolean() {
    Block empty = new Block(List.of(), List.of());
    body.add(new Operation.Branch(List.of(), n, empty, empty, LINE_7));
    assertRejected(tape(x), "the condition is no boolean: branch n @7\n");
  }

  @Test
  void bothBlocksOfABranchYieldItsResults() {
    Value y = Value.named(DOUBLE, "y");
    Block right = new Block(List.of(), List.of(x));
    for (Block wrong : List.of(new Block(List.of(), List.of()), new Block(List.of(), List.of(n)))) {
      BlockBuilder other = new BlockBuilder();
      other.add(new Operation.Branch(List.of(y), test, right, wrong, LINE_7));
      assertRejected(
          tape(other, x), "a block does not yield [double]: double y = branch test @7\n");
    }
  }

  @Test
  void loopsCarryOneTypeThroughout() {
    Value s = Value.named(DOUBLE, "s");
    Block condition = new Block(List.of(), List.of(test));
    body.add(loop(Value.named(DOUBLE, "sum"), n, s, condition, new BlockBuilder(), s));
    assertRejected(
        tape(x),
        "initial values, carried values and results differ in type:"
            + " double sum = loop n carries double s @7\n");
  }

  @Test
  void loopConditionsYieldOneBoolean() {
    Value s = Value.named(DOUBLE, "s");
    Block condition = new Block(List.of(), List.of(s));
    body.add(loop(Value.named(DOUBLE, "sum"), x, s, condition, new BlockBuilder(), s));
    assertRejected(tape(x), "the condition does not yield one boolean: double sum = loop x");
  }

  @Test
  void loopBodiesYieldWhatIsCarried() {
    Value s = Value.named(DOUBLE, "s");
    Block condition = new Block(List.of(), List.of(test));
    body.add(loop(Value.named(DOUBLE, "sum"), x, s, condition, new BlockBuilder(), n));
    assertRejected(tape(x), "the body does not yield [double]: double sum = loop x");
  }

  @Test
  void argumentsOfExceptionsHaveParts() {
    Operation.Argument none = new Operation.Argument(List.of());
    body.add(new Operation.Throw("java.lang.Error", List.of(none), LINE_7));
    Tape tape = new Tape("f", List.of(), body.yield(List.of()));
    assertRejected(tape, "an argument without parts: throw java.lang.Error() @7\n");
  }

  @Test
  void argumentsOfExceptionsAreVisible() {
    Operation.Operand missing = new Operation.Operand(Value.named(DOUBLE, "missing"));
    Operation.Argument argument =
        new Operation.Argument(List.of(new Operation.Text("for "), missing));
    body.add(new Operation.Throw("java.lang.Error", List.of(argument), LINE_7));
    Tape tape = new Tape("f", List.of(), body.yield(List.of()));
    assertRejected(
        tape,
        "missing is not defined before its use: throw java.lang.Error(\"for \" + missing) @7\n");
  }

  @Test
  void longTapesNeitherRecurseNorTakeLong() {
    Value y = x;
    for (int i = 0; i < 200_000; i++) {
      y = body.plus(y, x);
    }
    Verifier.verify(tape(y));
  }

  private void branch(Block whenTrue, Block whenFalse) {
    body.add(new Operation.Branch(List.of(), test, whenTrue, whenFalse, LINE_7));
  }

  private static Operation loop(
      Value result, Value initial, Value carried, Block condition, BlockBuilder step, Value next) {
    return new Operation.Loop(
        List.of(result),
        List.of(initial),
        List.of(carried),
        condition,
        step.yield(List.of(next)),
        LINE_7);
  }

  private static Block thrown(BlockBuilder block) {
    block.add(new Operation.Throw("java.lang.Error", List.of(), LINE_7));
    return block.yield(List.of());
  }

  private Tape tape(Value result) {
    return tape(body, result);
  }

  private Tape tape(BlockBuilder block, Value result) {
    return new Tape("f", List.of(x, n, w, test), block.yield(List.of(result)));
  }

  private static void assertRejected(Tape tape, String start) {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> Verifier.verify(tape));
    assertThat(e).hasMessageThat().startsWith(start);
    assertThat(e).hasMessageThat().endsWith("\n" + Printer.print(tape));
  }
}
