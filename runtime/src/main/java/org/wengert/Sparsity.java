package org.wengert;

/**
 * Which elements of a Jacobian or a Hessian can be other than zero, and which of them one sweep can
 * compute together: those of one colour. Found once, it serves for every point at which the method
 * takes the same branches, or others whose pattern is contained in this one.
 *
 * <p>An element that depends on an input and happens to be zero is in the pattern; what the way
 * that the method took does not touch is not. Objects of this class do not change, and any number
 * of threads can use one.
 */
public final class Sparsity {
  private final String method;
  private final long decisions;
  private final Pattern pattern;
  private final boolean isHessian;
  private final int directions;

  /** What the method decided at the latest other point whose pattern was contained in this one. */
  private volatile long known;

  /** Made when it is first asked for. */
  private volatile SweepPlan plan;

  /**
   * @param isHessian whether it is the pattern of a Hessian, else that of a Jacobian
   * @param directions in which a sweep for columns goes at once
   */
  Sparsity(String method, long decisions, Pattern pattern, boolean isHessian, int directions) {
    this.method = method;
    this.decisions = decisions;
    this.known = decisions;
    this.pattern = pattern;
    this.isHessian = isHessian;
    this.directions = directions;
  }

  /** The number of rows: of elements of the result, or for a Hessian of inputs. */
  public int rows() {
    return pattern.rows();
  }

  /** The number of columns: of inputs. */
  public int columns() {
    return pattern.columns();
  }

  /** The number of elements that may be other than zero. */
  public int entries() {
    return pattern.entries();
  }

  /** Where each row begins, and the number of entries, as in {@link SparseMatrix}; a new array. */
  public int[] rowStart() {
    return pattern.rowStart().clone();
  }

  /** The column of each entry, as in {@link SparseMatrix}; a new array. */
  public int[] columnIndex() {
    return pattern.columnIndex().clone();
  }

  /** The number of colours. */
  public int colours() {
    return plan().colouring().count();
  }

  /** The number of sweeps that an evaluation takes: forward ones go in several directions. */
  public int sweeps() {
    return plan().sweeps();
  }

  /** Whether rows are coloured and computed by reverse sweeps, since that takes fewer. */
  public boolean isByRows() {
    return plan().byRows();
  }

  /**
   * Whether the pattern is known to hold where the method decides so; for generated code only, as
   * everything below.
   */
  public boolean holds(Decisions taken) {
    return taken.areThoseOf(decisions) || taken.areThoseOf(known);
  }

  /**
   * Sees to it that the pattern holds at another point.
   *
   * @param there the pattern of that point
   * @throws IllegalStateException if it is not contained in this one
   * @throws IllegalArgumentException if it is that of another method
   */
  public void require(Sparsity there) {
    if (!method.equals(there.method)) {
      throw new IllegalArgumentException(
          "the sparsity pattern is that of " + method + ", not of " + there.method);
    }
    if (rows() != there.rows() || columns() != there.columns()) {
      throw new IllegalStateException(
          "the sparsity pattern is "
              + size()
              + ", but here "
              + method
              + " has one of "
              + there.size()
              + ": ask for it anew");
    }
    if (!pattern.contains(there.pattern)) {
      throw new IllegalStateException(
          "the sparsity pattern has changed, since "
              + method
              + " takes other branches here: ask for it anew at this point");
    }
    known = there.decisions;
  }

  /** A new matrix of this pattern, to be computed sweep by sweep. */
  public Compression compression() {
    return new Compression(pattern, plan());
  }

  private SweepPlan plan() {
    SweepPlan its = plan;
    if (its == null) {
      its =
          isHessian
              ? SweepPlan.ofHessian(pattern, directions)
              : SweepPlan.ofJacobian(pattern, directions);
      plan = its;
    }
    return its;
  }

  private String size() {
    return rows() + " x " + columns();
  }

  /** The size, the number of entries and that of colours. */
  @Override
  public String toString() {
    return "Sparsity[" + size() + ", entries=" + entries() + ", colours=" + colours() + "]";
  }
}
