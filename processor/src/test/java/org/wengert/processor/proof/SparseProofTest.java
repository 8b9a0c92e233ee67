package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random programs with sparse Jacobians and Hessians: {@link Sparse} says what must hold of them.
 *
 * <p>{@code -Dwengert.programs=10000 -Dwengert.seed=7} makes it a long search.
 */
class SparseProofTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 100);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int FAILURES = Integer.getInteger("wengert.failures", 3);
  private static final int POINTS = 4;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void sparseMatricesAreTheDenseOnes() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      Program program = Programs.of(seed, "f", (int) (seed % 4));
      if (program.main().isAnnotated() && program.main().type() != Type.VOID) {
        check(sparse(program), seed);
      }
      if (failures.size() >= FAILURES) {
        break;
      }
    }
    System.out.printf("sparse derivatives from seed %d: %s%n", FIRST_SEED, counts);
    assertWithMessage(String.join("\n\n", failures)).that(failures).isEmpty();
  }

  /** Of second order where the result is a number, with all that it calls. */
  private static Program sparse(Program program) {
    boolean twice = !program.main().type().isArray();
    List<Method> methods = new ArrayList<>();
    for (Method method : program.methods()) {
      Method asking = twice ? method.asking("order = 2") : method;
      methods.add(method == program.main() ? asking.asking("sparse = true") : asking);
    }
    return program.with(methods);
  }

  private void check(Program program, long seed) throws Exception {
    Batch batch = Batch.of(List.of(program));
    if (batch.isRefused(SparseProofTest::refuses)) {
      counts.merge("refused", 1, Integer::sum);
    } else if (!batch.errors().isEmpty()) {
      failures.add("seed " + seed + "\n" + Batch.text(program) + batch.errors());
    } else {
      try {
        new Sparse(program, batch, counts).check(seed, POINTS);
      } catch (AssertionError e) {
        failures.add("seed " + seed + "\n" + Batch.text(program) + e.getMessage());
      }
    }
  }

  private static boolean refuses(String error) {
    return error.contains("second derivatives of") || error.contains("leaves them alone");
  }
}
