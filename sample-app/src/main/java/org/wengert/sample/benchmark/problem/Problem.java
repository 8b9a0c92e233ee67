package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Locale;

/** The problems, in the order of the table. Their sizes are numbers of whatever grows. */
public enum Problem {
  ROSENBROCK(100, 1_000),
  NETWORK(8, 128),
  BRUSSELATOR(100, 1_000),
  GMM(2, 10),
  LSTM(10, 1_000),
  LLSQ(100, 10_000),
  LSE(100, 10_000),
  DET(5, 7),
  ODE(20, 1_000),
  BA(1, 1),
  HT(50, 500);

  private final int small;
  private final int middle;

  Problem(int small, int middle) {
    this.small = small;
    this.middle = middle;
  }

  /** The problem at any of its sizes. */
  public Subject at(int size) {
    return switch (this) {
      case ROSENBROCK -> new RosenbrockSubject(size);
      case NETWORK -> new NetworkSubject(size);
      case BRUSSELATOR -> new BrusselatorSubject(size);
      case GMM -> new GaussianMixtureSubject(size);
      case LSTM -> new RecurrentNetworkSubject(size);
      case LLSQ -> new LeastSquaresSubject(size);
      case LSE -> new LogSumExpSubject(size);
      case DET -> new DeterminantSubject(size);
      case ODE -> new RungeKuttaSubject(size);
      case BA -> new BundleAdjustmentSubject();
      case HT -> new HandTrackingSubject(size);
    };
  }

  /** A size at which even methods that take a time for each input are done in milliseconds. */
  public int small() {
    return small;
  }

  /** A size in the middle of what is asked of such problems. */
  public int middle() {
    return middle;
  }

  /** Sizes from small to large; none if it does not grow. */
  public List<Integer> growing() {
    return switch (this) {
      case NETWORK -> List.of(8, 32, 128, 512);
      case GMM -> List.of(2, 4, 8, 16);
      case DET -> List.of(3, 4, 5, 6, 7, 8);
      case BA -> List.of();
      case HT -> List.of(50, 500, 5_000);
      case BRUSSELATOR, LSTM, ODE -> List.of(10, 100, 1_000, 10_000);
      case ROSENBROCK, LLSQ, LSE -> List.of(10, 100, 1_000, 10_000, 100_000);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
