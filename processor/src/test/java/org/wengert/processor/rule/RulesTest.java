package org.wengert.processor.rule;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.wengert.processor.tape.Type.BOOLEAN;
import static org.wengert.processor.tape.Type.DOUBLE;
import static org.wengert.processor.tape.Type.FLOAT;
import static org.wengert.processor.tape.Type.INT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

final class RulesTest {
  @Test
  void everyArithmeticOperatorHasAnEntry() {
    Set<Arithmetic> flowing = EnumSet.noneOf(Arithmetic.class);
    for (Arithmetic operator : Arithmetic.values()) {
      if (flowsFromAny(operator)) {
        flowing.add(operator);
      }
    }
    assertThat(flowing)
        .containsExactly(
            Arithmetic.ADD,
            Arithmetic.SUB,
            Arithmetic.MUL,
            Arithmetic.DIV,
            Arithmetic.REM,
            Arithmetic.NEG,
            Arithmetic.TO_FLOAT,
            Arithmetic.TO_DOUBLE,
            Arithmetic.SELECT,
            Arithmetic.ABSORB);
  }

  @Test
  void everyFunctionHasAnEntry() {
    Set<MathFunction> constant = EnumSet.noneOf(MathFunction.class);
    for (MathFunction function : MathFunction.values()) {
      boolean flows = flowsFromAny(MathCall.of(function));
      assertThat(flowsFromAny(new MathCall(function, true))).isEqualTo(flows);
      if (!flows) {
        constant.add(function);
      }
    }
    Set<MathFunction> onIntegers =
        EnumSet.range(MathFunction.FLOOR_DIV, MathFunction.UNSIGNED_MULTIPLY_HIGH);
    assertThat(constant).containsAtLeastElementsIn(onIntegers);
    constant.removeAll(onIntegers);
    assertThat(constant)
        .containsExactly(
            MathFunction.SIGNUM,
            MathFunction.FLOOR,
            MathFunction.CEIL,
            MathFunction.RINT,
            MathFunction.ROUND,
            MathFunction.ULP,
            MathFunction.GET_EXPONENT);
  }

  /** On three doubles, whatever the operator really takes; fails where it has no entry. */
  private static boolean flowsFromAny(Operator operator) {
    Operation.Elementary operation = Probe.operation(operator, List.of(DOUBLE, DOUBLE, DOUBLE));
    assertThat(Rules.reads(operation, 0, DOUBLE)).isNotNull();
    return Rules.flows(operation, operator == Arithmetic.SELECT ? 1 : 0);
  }

  @Test
  void nothingFlowsThroughOtherTypes() {
    assertThat(flows(Arithmetic.MUL, INT, INT)).containsExactly(false, false);
    assertThat(flows(Arithmetic.SELECT, BOOLEAN, DOUBLE, DOUBLE))
        .containsExactly(false, true, true)
        .inOrder();
    assertThat(flows(Arithmetic.SELECT, BOOLEAN, INT, INT)).doesNotContain(true);
    assertThat(flows(MathCall.of(MathFunction.SCALB), FLOAT, INT))
        .containsExactly(true, false)
        .inOrder();
    assertThat(flows(MathCall.of(MathFunction.COPY_SIGN), DOUBLE, DOUBLE))
        .containsExactly(true, false)
        .inOrder();
    assertThat(flows(MathCall.of(MathFunction.MAX), INT, INT)).doesNotContain(true);
    assertThat(flows(Arithmetic.TO_DOUBLE, INT)).containsExactly(false);
    assertThat(flows(Arithmetic.TO_DOUBLE, FLOAT)).containsExactly(true);
    assertThat(flows(Arithmetic.TO_INT, DOUBLE)).containsExactly(false);
  }

  private static List<Boolean> flows(Operator operator, Type... types) {
    Operation.Elementary operation = Probe.operation(operator, List.of(types));
    List<Boolean> flows = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      flows.add(Rules.flows(operation, i));
    }
    return flows;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ADD, 0, -",
        "SUB, 1, -",
        "MUL, 0, y",
        "MUL, 1, x",
        "DIV, 0, y",
        "DIV, 1, y r",
        "REM, 0, -",
        "REM, 1, x r y",
        "NEG, 0, -"
      })
  void readsTellsWhichPrimalsARuleNeeds(Arithmetic operator, int operand, String names) {
    assertThat(reads(operator, operand)).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SIN, 0, x",
        "EXP, 0, r",
        "TANH, 0, x",
        "SQRT, 0, r",
        "CBRT, 0, r",
        "POW, 0, x r y",
        "POW, 1, x r",
        "HYPOT, 0, r x",
        "FMA, 2, -",
        "MAX, 0, x y",
        "TO_RADIANS, 0, -"
      })
  void readsTellsWhichPrimalsAFunctionsRuleNeeds(MathFunction function, int operand, String names) {
    assertThat(reads(MathCall.of(function), operand)).isEqualTo(names == null ? "" : names);
  }

  private static String reads(Operator operator, int operand) {
    Operation.Elementary operation = Probe.operation(operator, List.of(DOUBLE, DOUBLE, DOUBLE));
    return Rules.reads(operation, operand, DOUBLE).stream()
        .map(Value::name)
        .collect(Collectors.joining(" "));
  }

  static Stream<Subject> subjects() {
    return Subject.all().stream();
  }

  /** Probe verifies the tape, so types agree; these are the promises that types do not tell. */
  @ParameterizedTest
  @MethodSource("subjects")
  void rulesNeverThrowAndKeepStrictness(Subject subject) {
    List<Operator> operators = new ArrayList<>(List.of(subject.operator()));
    if (subject.operator() instanceof MathCall call) {
      operators.add(new MathCall(call.function(), true));
    }
    for (Operator operator : operators) {
      for (int operand = 0; operand < subject.domain().size(); operand++) {
        List<Operation> rule = rule(operator, operand, subject.domain().size());
        for (Operation operation : rule) {
          if (operation instanceof Operation.Elementary elementary) {
            assertThat(elementary.mayThrow()).isFalse();
            if (elementary.operator() instanceof MathCall made) {
              boolean strict = operator instanceof MathCall call && call.strict();
              assertWithMessage("%s", made).that(made.strict()).isEqualTo(strict);
            }
          }
        }
      }
    }
  }

  private static List<Operation> rule(Operator operator, int operand, int arity) {
    Type type = operator == Arithmetic.TO_DOUBLE ? FLOAT : DOUBLE;
    Tape tape = Probe.scaled(operator, operand, Stream.generate(() -> type).limit(arity).toList());
    List<Operation> operations = tape.body().operations();
    return operations.subList(1, operations.size());
  }
}
