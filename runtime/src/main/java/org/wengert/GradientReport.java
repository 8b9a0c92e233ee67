package org.wengert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a {@link GradientCheck} found at one point. {@link #toString} is meant to be read.
 *
 * @param point where the function was checked
 * @param values comparison of the values that the function's methods return, bit for bit
 * @param adjoints comparison of JVP and VJP by the dot-product test
 * @param differences comparison of derivatives with central differences
 */
public record GradientReport(
    List<Double> point, Section values, Section adjoints, Section differences) {

  private static final int MOST_SHOWN = 10;

  /** Copies the point. */
  public GradientReport {
    point = List.copyOf(point);
  }

  /**
   * Comparisons of one kind.
   *
   * @param title what was compared
   * @param tolerance the largest relative error that passes
   * @param comparisons how many comparisons there were
   * @param failures how many of them did not pass
   * @param largestError the largest relative error, NaN if any was
   * @param firstFailures descriptions of the first ten failures
   */
  public record Section(
      String title,
      double tolerance,
      int comparisons,
      int failures,
      double largestError,
      List<String> firstFailures) {

    /** Copies the descriptions. */
    public Section {
      firstFailures = List.copyOf(firstFailures);
    }

    /** Whether every comparison passed. */
    public boolean passed() {
      return failures == 0;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(title);
      text.append(": ").append(comparisons).append(" compared, ");
      text.append(passed() ? "all agree" : failures + " FAILED");
      if (tolerance > 0) {
        text.append(
            String.format(
                Locale.ROOT,
                ", largest relative error %.1e (tolerance %.1e)",
                largestError,
                tolerance));
      }
      firstFailures.forEach(failure -> text.append("\n    ").append(failure));
      if (failures > firstFailures.size()) {
        text.append("\n    and ").append(failures - firstFailures.size()).append(" more");
      }
      return text.toString();
    }
  }

  /** Whether every comparison of every kind passed. */
  public boolean passed() {
    return values.passed() && adjoints.passed() && differences.passed();
  }

  /**
   * This report, if everything passed.
   *
   * @throws AssertionError if anything failed, with this report as its message
   */
  public GradientReport orThrow() {
    if (!passed()) {
      throw new AssertionError(this);
    }
    return this;
  }

  @Override
  public String toString() {
    String shown =
        point.size() <= MOST_SHOWN
            ? point.toString()
            : point.subList(0, MOST_SHOWN) + "... of " + point.size() + " elements";
    return ("gradient check at " + shown + ": " + (passed() ? "passed" : "FAILED"))
        + ("\n  " + values)
        + ("\n  " + adjoints)
        + ("\n  " + differences);
  }

  /** Gathers the comparisons of a section. */
  static final class Tally {

    private final String title;
    private final double tolerance;
    private int comparisons;
    private double largestError;
    private int failures;
    private final List<String> firstFailures = new ArrayList<>();

    Tally(String title, double tolerance) {
      this.title = title;
      this.tolerance = tolerance;
    }

    void compare(double relativeError, Supplier<String> description) {
      comparisons++;
      largestError = Math.max(largestError, relativeError);
      if (!(relativeError <= tolerance)) {
        failures++;
        if (firstFailures.size() < MOST_SHOWN) {
          firstFailures.add(
              description.get()
                  + String.format(Locale.ROOT, " (relative error %.1e)", relativeError));
        }
      }
    }

    Section section() {
      return new Section(title, tolerance, comparisons, failures, largestError, firstFailures);
    }
  }
}
