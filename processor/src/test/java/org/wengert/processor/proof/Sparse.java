package org.wengert.processor.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wengert.SparseMatrix;
import org.wengert.Sparsity;

/**
 * A program's sparse Jacobian, or Hessian, at some points: nothing that is not zero is left out,
 * and the numbers are the dense ones; by a pattern of another point they are the same, or the
 * pattern is refused.
 */
final class Sparse {
  private final Program program;
  private final Batch batch;
  private final Map<String, Integer> counts;
  private final String name;
  private final String matrix;
  private final double tolerance;

  Sparse(Program program, Batch batch, Map<String, Integer> counts) {
    this.program = program;
    this.batch = batch;
    this.counts = counts;
    this.name = program.main().name();
    this.matrix = program.main().type().isArray() ? "Jacobian" : "Hessian";
    this.tolerance = Precision.of(program) == Precision.DOUBLE ? 1e-11 : 1e-5;
  }

  void check(long seed, int points) throws ReflectiveOperationException {
    Sparsity earlier = null;
    for (int i = 0; i < points; i++) {
      Object[] at = Inputs.random(program, new Random(seed + i * 1_000_003L));
      try {
        Sparsity own = compare(at, earlier);
        earlier = own == null ? earlier : own;
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + "\n  at " + Arrays.deepToString(at), e);
      }
    }
  }

  /** Compares at one point, and returns the pattern there, if there is one. */
  private Sparsity compare(Object[] at, Sparsity earlier) throws ReflectiveOperationException {
    try {
      Expected.of(program, at);
    } catch (Oracle.Exhausted e) {
      count("too long");
      return null;
    }
    double[][] dense;
    try {
      dense = dense(call(name + matrix, at));
    } catch (InvocationTargetException e) {
      refuses(e.getCause(), at);
      count("threw");
      return null;
    }
    Sparsity own;
    try {
      own = (Sparsity) call(name + "Sparsity", at);
      compare("at once", dense, (SparseMatrix) call(name + "Sparse" + matrix, at));
      compare("again", dense, (SparseMatrix) call(name + "Sparse" + matrix, with(at, own)));
    } catch (InvocationTargetException e) {
      throw new AssertionError("sparse throws " + e.getCause(), e);
    }
    count(own.entries() == own.rows() * own.columns() ? "full" : "compared");
    if (own.isByRows()) {
      count("by rows");
    }
    if (earlier != null) {
      elsewhere(dense, at, earlier);
    }
    return own;
  }

  private void refuses(Throwable cause, Object[] at) throws ReflectiveOperationException {
    try {
      call(name + "Sparse" + matrix, at);
    } catch (InvocationTargetException e) {
      if (e.getCause().getClass() != cause.getClass()) {
        throw new AssertionError("sparse throws " + e.getCause() + ", dense " + cause, e);
      }
      return;
    }
    throw new AssertionError("sparse throws nothing, dense " + cause);
  }

  private void elsewhere(double[][] dense, Object[] at, Sparsity earlier)
      throws ReflectiveOperationException {
    try {
      SparseMatrix again = (SparseMatrix) call(name + "Sparse" + matrix, with(at, earlier));
      compare("by another pattern", dense, again);
      count("other pattern held");
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalStateException)
          || !e.getCause().getMessage().contains("sparsity pattern")) {
        throw new AssertionError("another pattern: " + e.getCause(), e);
      }
      count("other pattern refused");
    }
  }

  private void compare(String what, double[][] dense, SparseMatrix sparse) {
    if (sparse.rows() != dense.length
        || (dense.length > 0 && sparse.columns() != dense[0].length)) {
      throw new AssertionError(what + ": " + sparse + ", but " + Arrays.deepToString(dense));
    }
    double[][] all = sparse.toDense();
    double largest = 0;
    for (double[] row : dense) {
      for (double number : row) {
        largest = Double.isFinite(number) ? Math.max(largest, Math.abs(number)) : largest;
      }
    }
    for (int i = 0; i < dense.length; i++) {
      for (int j = 0; j < dense[i].length; j++) {
        double off = Math.abs(all[i][j] - dense[i][j]);
        // Not where there is a NaN: an infinite number makes others of its colour unknown.
        if (off > tolerance * largest) {
          throw new AssertionError(
              what
                  + ": "
                  + sparse
                  + "\n is not "
                  + Arrays.deepToString(dense)
                  + " in row "
                  + i
                  + ", column "
                  + j);
        }
      }
    }
  }

  private static double[][] dense(Object rows) {
    if (rows instanceof double[][] doubles) {
      return doubles;
    }
    return Arrays.stream((float[][]) rows)
        .map(
            row -> {
              double[] wide = new double[row.length];
              Arrays.setAll(wide, j -> row[j]);
              return wide;
            })
        .toArray(double[][]::new);
  }

  private static Object[] with(Object[] at, Object last) {
    List<Object> all = new ArrayList<>(Arrays.asList(at));
    all.add(last);
    return all.toArray();
  }

  private Object call(String method, Object... arguments) throws ReflectiveOperationException {
    for (Method candidate : batch.sibling(program).getDeclaredMethods()) {
      if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
        candidate.setAccessible(true);
        Object[] copies = Inputs.copy(arguments);
        return candidate.invoke(null, Check.own(candidate, copies));
      }
    }
    throw new NoSuchMethodException(method);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
