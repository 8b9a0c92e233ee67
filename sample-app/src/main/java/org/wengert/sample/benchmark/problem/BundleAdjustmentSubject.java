package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.adjoint.BundleAdjustmentAdjoint;
import org.wengert.sample.benchmark.overloaded.BundleAdjustmentFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.BundleAdjustment;
import org.wengert.sample.gradbench.BundleAdjustmentDerivatives;

/** GradBench's {@code ba}: the two errors of one observation. */
final class BundleAdjustmentSubject implements Subject {

  private final double[] camera = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 1.5, 0.2, -0.1, 0.05, 0.01};
  private final double[] point = {0.7, -0.4, 3};
  private final double[] weight = {0.9};
  private final double[] feature = {0.3, -0.2};
  private final double[] cameraDot = Filled.ones(camera.length);
  private final double[] pointDot = Filled.ones(point.length);
  private final double[] cameraBar = new double[camera.length];
  private final double[] pointBar = new double[point.length];
  private final double[] weightBar = new double[1];
  private final double[] resultBar = {1, 1};
  private final List<?> gradient = List.of(cameraBar, pointBar, weightBar);

  @Override
  public String size() {
    return "n=1";
  }

  @Override
  public List<double[]> inputs() {
    return List.of(camera, point, weight);
  }

  @Override
  public double[] primal() {
    return BundleAdjustment.reprojectionError(camera, point, weight[0], feature);
  }

  @Override
  public double[] jvp() {
    return BundleAdjustmentDerivatives.reprojectionErrorJvp(
            camera, cameraDot, point, pointDot, weight[0], 1, feature)
        .tangent();
  }

  @Override
  public List<?> gradient() {
    Filled.clear(cameraBar);
    Filled.clear(pointBar);
    weightBar[0] =
        BundleAdjustmentDerivatives.reprojectionErrorVjp(
                camera, cameraBar, point, pointBar, weight[0], feature, resultBar)
            .weight();
    return gradient;
  }

  @Override
  public Optional<Supplier<double[][]>> jacobian() {
    return Optional.of(
        () ->
            BundleAdjustmentDerivatives.reprojectionErrorJacobian(
                camera, point, weight[0], feature));
  }

  @Override
  public Optional<Supplier<List<?>>> handWritten() {
    BundleAdjustmentAdjoint adjoint = new BundleAdjustmentAdjoint();
    return Optional.of(() -> adjoint.jacobian(camera, point, weight[0], feature));
  }

  @Override
  public OverloadedFunction overloaded() {
    return new BundleAdjustmentFunction(feature);
  }
}
