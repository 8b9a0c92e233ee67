package org.wengert.processor.emit;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Which arrays of arrays are made row by row. */
final class RowByRowTest {
  private final Value n = Value.named(Type.INT, "n");
  private final Value m = Value.named(Type.INT, "m");
  private final Value a = Value.named(Type.DOUBLE.arrayOf(), "a");
  private final BlockBuilder body = new BlockBuilder();

  private String emitted(Value... lengths) {
    Type type = Type.DOUBLE;
    for (int i = 0; i < lengths.length; i++) {
      type = type.arrayOf();
    }
    Value array = body.newArray(Value.named(type, "y"), lengths);
    List<Value> parameters = new ArrayList<>(List.of(n, m, a));
    Tape tape = new Tape("f", parameters, body.yield(List.of(array)));
    return Emitter.methods(tape, Results.value()).get(0).build().code().toString();
  }

  @Test
  void anyNumberOfRowsOfAKnownLength() {
    assertThat(emitted(n, body.constant(3)))
        .isEqualTo(
            """
            double[][] y = new double[n][];
            for (int i = 0; i < n; i++) {
              y[i] = new double[3];
            }
            return y;
            """);
  }

  @Test
  void squares() {
    assertThat(emitted(n, n)).contains("y[i] = new double[n];");
  }

  @Test
  void asLongAsAnArray() {
    assertThat(emitted(n, body.length(a))).contains("y[i] = new double[t1];");
  }

  /** Where there is no row, a negative length is still an exception. */
  @Test
  void unknownLengths() {
    assertThat(emitted(n, m)).contains("double[][] y = new double[n][m];");
  }

  @Test
  void negativeLengths() {
    assertThat(emitted(n, body.constant(-1))).contains("double[][] y = new double[n][-1];");
  }

  @Test
  void fewRows() {
    assertThat(emitted(body.constant(5), n)).contains("y = new double[5][n];");
    assertThat(emitted(body.constant(5), body.constant(9))).contains("y = new double[5][9];");
  }

  @Test
  void manyRows() {
    assertThat(emitted(body.constant(6), body.constant(9))).contains("y[i] = new double[9];");
  }

  @Test
  void onlyTheOuterRank() {
    assertThat(emitted(n, body.constant(2), body.constant(3)))
        .isEqualTo(
            """
            double[][][] y = new double[n][][];
            for (int i = 0; i < n; i++) {
              y[i] = new double[2][3];
            }
            return y;
            """);
  }

  @Test
  void allRanks() {
    assertThat(emitted(n, n, n))
        .isEqualTo(
            """
            double[][][] y = new double[n][][];
            for (int i = 0; i < n; i++) {
              double[][] t1 = new double[n][];
              for (int i1 = 0; i1 < n; i1++) {
                t1[i1] = new double[n];
              }
              y[i] = t1;
            }
            return y;
            """);
  }
}
