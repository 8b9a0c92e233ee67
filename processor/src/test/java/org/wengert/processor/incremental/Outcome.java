package org.wengert.processor.incremental;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wengert.Differentiables;
import org.wengert.Dual;

/**
 * What {@code app.F.f} and its derivatives give at a point, each as text; or what is thrown
 * instead, as text, too.
 *
 * @param value that of the method itself
 * @param slope its difference quotient
 * @param derivatives value and slope by the JVP, by the gradient and by the function object
 */
record Outcome(String value, double slope, List<String> derivatives) {
  private static final double X = 2;

  /** Each derivative is asked for by a class loader of its own: a class fails only once. */
  static Outcome of(Build build) {
    String value = text(() -> f(build.loader(), X));
    double step = 1e-6;
    double slope = Double.NaN;
    try {
      ClassLoader loader = build.loader();
      slope = (f(loader, X + step) - f(loader, X - step)) / (2 * step);
    } catch (Throwable unknown) {
      // The value says why.
    }
    List<String> derivatives = new ArrayList<>();
    derivatives.add(
        text(
            () -> {
              Dual dual = (Dual) call(build.loader(), "app.FDerivatives", "fJvp", X, 1.0);
              return dual.value() + " " + dual.tangent();
            }));
    derivatives.add(
        text(
            () -> {
              Object gradient = call(build.loader(), "app.FDerivatives", "fGradient", X);
              return component(gradient, "value") + " " + component(gradient, "x");
            }));
    derivatives.add(
        text(
            () -> {
              double[] gradient = new double[1];
              double its =
                  Differentiables.scalar(build.loader().loadClass("app.F"), "f")
                      .gradient(new double[] {X}, gradient);
              return its + " " + gradient[0];
            }));
    return new Outcome(value, slope, derivatives);
  }

  /** Whether there is no derivative at all. */
  boolean isRefused() {
    return derivatives.stream().allMatch(text -> text.contains("Error"));
  }

  private static double f(ClassLoader loader, double x) throws Exception {
    return (Double) call(loader, "app.F", "f", x);
  }

  private static String text(Callable<?> asked) {
    try {
      return String.valueOf(asked.call());
    } catch (InvocationTargetException e) {
      return e.getCause().toString();
    } catch (Exception | LinkageError e) {
      return e.toString();
    }
  }

  private static Object call(ClassLoader loader, String type, String name, Object... arguments)
      throws Exception {
    for (Method method : loader.loadClass(type).getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        return method.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Object component(Object result, String name) throws Exception {
    return result.getClass().getMethod(name).invoke(result);
  }
}
