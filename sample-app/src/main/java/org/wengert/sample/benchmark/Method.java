package org.wengert.sample.benchmark;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.peer.ForwardDifferences;
import org.wengert.sample.benchmark.peer.HipparchusForward;
import org.wengert.sample.benchmark.peer.OperatorTape;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.benchmark.peer.TensorLibrary;
import org.wengert.sample.benchmark.problem.Flat;
import org.wengert.sample.benchmark.problem.Subject;

/** The ways to compute a problem or its derivative, in the order of the table. */
enum Method {
  PRIMAL,
  JVP,
  GRADIENT,
  JACOBIAN,
  BY_HAND,
  TAPE,
  DJL,
  ND4J,
  HIPPARCHUS_GRADIENT,
  HIPPARCHUS_STRUCTURE,
  DIFFERENCES,
  HVP,
  HESSIAN,
  HIPPARCHUS_HESSIAN;

  /** With ten times as many, the Hessian itself takes 800 MB. */
  private static final int INPUTS_OF_HESSIANS = 1_000;

  /** With the 266 of lstm, Hipparchus' tables take 2.6 GB, and each call seconds. */
  private static final int INPUTS_OF_STRUCTURES = 150;

  @FunctionalInterface
  private interface Peer {
    double[][] jacobian(OverloadedFunction function, double[] x);
  }

  /** What is timed, where the problem has it; it returns numbers in arrays or lists of arrays. */
  Optional<Supplier<Object>> of(Subject subject) {
    return switch (this) {
      case PRIMAL -> Optional.of(subject::primal);
      case JVP -> Optional.of(subject::jvp);
      case GRADIENT -> Optional.of(subject::gradient);
      case JACOBIAN -> subject.jacobian().map(jacobian -> jacobian::get);
      case BY_HAND -> subject.handWritten().map(gradient -> gradient::get);
      case TAPE -> Optional.of(overloaded(subject, OperatorTape::jacobian));
      case DJL -> library("djl.Djl", subject);
      case ND4J -> library("nd4j.Nd4jLibrary", subject);
      case HIPPARCHUS_GRADIENT -> Optional.of(overloaded(subject, HipparchusForward::byGradient));
      case HIPPARCHUS_STRUCTURE -> Optional.of(overloaded(subject, HipparchusForward::byStructure));
      case DIFFERENCES ->
          Optional.of(() -> ForwardDifferences.jacobian(subject.inputs(), subject::primal));
      case HVP -> subject.hvp().map(hvp -> hvp::get);
      case HESSIAN -> hessian(subject, INPUTS_OF_HESSIANS).map(hessian -> hessian::get);
      case HIPPARCHUS_HESSIAN ->
          hessian(subject, INPUTS_OF_STRUCTURES)
              .map(ours -> overloaded(subject, HipparchusForward::hessian));
    };
  }

  private static Supplier<Object> overloaded(Subject subject, Peer peer) {
    OverloadedFunction function = subject.overloaded();
    double[] x = Flat.of(subject.inputs());
    return () -> peer.jacobian(function, x);
  }

  private static Optional<Supplier<double[][]>> hessian(Subject subject, int mostInputs) {
    return Flat.of(subject.inputs()).length > mostInputs ? Optional.empty() : subject.hessian();
  }

  private static Optional<Supplier<Object>> library(String name, Subject subject) {
    return TensorLibrary.ofClass(Method.class.getPackageName() + "." + name)
        .flatMap(library -> library.gradient(subject.overloaded(), Flat.of(subject.inputs())))
        .map(gradient -> gradient::get);
  }

  /** Whether it takes a time for each input and so is not run where there are thousands. */
  boolean perInput() {
    return switch (this) {
      case HIPPARCHUS_GRADIENT, HIPPARCHUS_STRUCTURE, DIFFERENCES, HESSIAN, HIPPARCHUS_HESSIAN ->
          true;
      default -> false;
    };
  }

  /** Whether it computes what generated derivatives do, in another way. */
  boolean peer() {
    return switch (this) {
      case PRIMAL, JVP, GRADIENT, JACOBIAN, HVP, HESSIAN -> false;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
