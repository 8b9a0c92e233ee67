package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random programs contain what they are meant to test. */
class ProgramsTest {
  private static final int PROGRAMS = 2000;

  private final Set<String> constructs = new HashSet<>();

  private void collect(Node node) {
    constructs.add(node.construct());
    node.children().forEach(this::collect);
  }

  @Test
  void everyConstructOccurs() {
    for (int seed = 1; seed <= PROGRAMS; seed++) {
      Programs.of(seed, "f", 0).nodes().forEach(this::collect);
    }
    assertThat(constructs)
        .containsAtLeastElementsIn(
            Arrays.stream(Known.values()).map(method -> "known " + method).toList());
    assertThat(constructs)
        .containsAtLeast(
            "for",
            "while",
            "do while",
            "for each of double[]",
            "for each of double[][]",
            "if",
            "if else",
            "switch",
            "switch with arrows",
            "switch of double",
            "switch of int",
            "break",
            "break label",
            "continue",
            "continue label",
            "labelled block",
            "return ",
            "return double",
            "return double[]",
            "throw",
            "call of double",
            "call of void",
            "call of double elsewhere",
            "choice of double",
            "choice of double[]",
            "binary &&",
            "binary ||",
            "binary %",
            "binary >>>",
            "unary -",
            "unary ~",
            "step v++",
            "step --v",
            "assign = to element of double[]",
            "assign += to element of double[]",
            "assign = to element of double[][]",
            "assign *= to variable of double",
            "assign = to variable of double[]",
            "element of double[][]",
            "element of float[]",
            "element of int[]",
            "local boolean",
            "local byte",
            "local short",
            "local char",
            "local long",
            "local float",
            "local small double[]",
            "cast double to float",
            "cast double to int",
            "cast int to byte",
            "CLONE double[]",
            "COPY_OF double[]",
            "FILL double[]",
            "ARRAYCOPY double[]",
            "new double[][]",
            "new double[] of elements",
            "new record",
            "component of double",
            "component of double[]",
            "component of Carrier0",
            "accessor of double",
            "accessor of double[]",
            "accessor of float",
            "accessor of int",
            "accessor of Home.Mode",
            "method of a record",
            "method of a record itself",
            "local Carrier0",
            "local Carrier1",
            "assign = to variable of Carrier0",
            "choice of Carrier0",
            "switch of Carrier0",
            "call of Carrier0",
            "return Carrier0",
            "literal of Home.Mode",
            "null of Home.Mode",
            "local Home.Mode",
            "local Home.Mode[]",
            "element of Home.Mode[]",
            "for each of Home.Mode[]",
            "choice of Home.Mode",
            "assign = to variable of Home.Mode",
            "enum switch",
            "enum switch with arrows",
            "enum switch of double",
            "enum switch of int",
            "static double",
            "static double[]",
            "static double[][]",
            "static float[]",
            "static int",
            "static int[]",
            "static boolean",
            "static Home.Mode",
            "return float",
            "return float[]",
            "call of float",
            "static Carrier0",
            "endless while",
            "endless do while",
            "null of double[]",
            "binary == of double[]",
            "binary == of Home.Mode",
            "binary == of double",
            "assign /= to variable of double",
            "assign %= to element of double[]",
            "assign &= to variable of boolean",
            "assign >>>= to variable of int",
            "assign <<= to variable of int",
            "unary +",
            "local var",
            "local final double",
            "local without value double",
            "assert",
            "variable number of arguments",
            "COPY_OF_RANGE double[]",
            "FILL_RANGE double[]",
            "Math.sin",
            "Math.tan",
            "Math.asin",
            "Math.acos",
            "Math.exp",
            "Math.expm1",
            "Math.log",
            "Math.log10",
            "Math.log1p",
            "Math.sqrt",
            "Math.cbrt",
            "Math.abs",
            "Math.max",
            "Math.min",
            "Math.hypot",
            "Math.atan2",
            "Math.pow",
            "Math.fma",
            "Math.copySign",
            "Math.signum",
            "Math.floor",
            "Math.tanh");
  }

  @Test
  void aSeedGivesTheSameProgramAgain() {
    assertThat(Programs.of(7, "f", 0)).isEqualTo(Programs.of(7, "f", 0));
  }
}
