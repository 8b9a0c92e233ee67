package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Differentiable;

/** A debugger steps from the user's line into generated source, and through it line by line. */
final class DebuggingTest {
  private static final String ORBIT =
      """
      package p;

      import org.wengert.Differentiable;

      public final class Orbit {
        @Differentiable
        static double energy(double[] x, double k) {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double square = x[i] * x[i];
            double distance;
            if (square > k) {
              distance = Math.sqrt(square);
            } else {
              distance = k;
            }
            sum += distance * square;
          }
          double two = 2;
          double total = sum;
          double half = total / two;
          return half * half;
        }

        public static void main(String[] args) {
          double[] x = {4, 0.5};
          double value = energy(x, 2);
          double[] xDot = {1, 2};
          var jvp = OrbitDerivatives.energyJvp(x, xDot, 2, 1);
          double[] xBar = {0, 0};
          var vjp = OrbitDerivatives.energyVjp(x, xBar, 2, 1);
        }
      }
      """;
  private static final List<String> LINES = ORBIT.lines().toList();
  private static final Pattern ORIGIN = Pattern.compile(".*(?:// |Derived from )line (\\d+)\\.?");

  @TempDir private static Path directory;
  private static Path generated;
  private static List<Debugger.Stop> primal;
  private static List<Debugger.Stop> forward;
  private static List<Debugger.Stop> reverse;

  /** As Maven compiles: with the names of local variables, and generated source in a directory. */
  @BeforeAll
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  static void debug() throws Exception {
    Path classes = directory.resolve("classes");
    generated = Files.createDirectory(directory.resolve("generated"));
    new Compiler().with("-g", "-s", generated.toString()).compile(classes, ORBIT);
    Path runtime =
        Path.of(Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Debugger debugger = new Debugger(classes + File.pathSeparator + runtime, "p.Orbit")) {
      primal = stepsInto(debugger, "double value = energy(x, 2);");
      forward = stepsInto(debugger, "var jvp = OrbitDerivatives.energyJvp(x, xDot, 2, 1);");
      reverse = stepsInto(debugger, "var vjp = OrbitDerivatives.energyVjp(x, xBar, 2, 1);");
    }
  }

  /** All stops from the step into what a line of {@code main} calls to the return from there. */
  private static List<Debugger.Stop> stepsInto(Debugger debugger, String call) throws Exception {
    int line = 1 + LINES.stream().map(String::strip).toList().indexOf(call);
    assertThat(debugger.runTo(line).line()).isEqualTo(line);
    List<Debugger.Stop> stops = new ArrayList<>();
    Debugger.Stop stop = debugger.stepInto();
    while (!stop.method().equals("main")) {
      stops.add(stop);
      stop = debugger.stepOver();
    }
    return stops;
  }

  @Test
  void stepsStayInGeneratedSource() {
    assertStops(forward, "energyJvp");
    assertStops(reverse, "energyVjp");
    assertThat(Files.isRegularFile(generated.resolve("p/OrbitDerivatives.java"))).isTrue();
  }

  private static void assertStops(List<Debugger.Stop> stops, String method) {
    for (Debugger.Stop stop : stops) {
      assertThat(stop.type()).isEqualTo("p.OrbitDerivatives");
      assertThat(stop.method()).isEqualTo(method);
      assertThat(stop.source()).isEqualTo(Path.of("p", "OrbitDerivatives.java"));
    }
  }

  /** Each statement, and the user's line that the nearest comment above it names. */
  @Test
  void stepsOfForwardSweepNameTheirLines() throws Exception {
    assertThat(String.join("\n", walk(forward)) + "\n")
        .isEqualTo(
            """
            checkShape(xDot, "xDot", x, "x"); // static double energy(double[] x, double k) {
            double sum = 0.0; // for (int i = 0; i < x.length; i++) {
            double sumDot = 0.0; // for (int i = 0; i < x.length; i++) {
            for (int i = 0; i < x.length; i++) { // for (int i = 0; i < x.length; i++) {
            double t1 = x[i]; // double square = x[i] * x[i];
            double t2 = xDot[i]; // double square = x[i] * x[i];
            double square = t1 * t1; // double square = x[i] * x[i];
            double t3 = t2 * t1; // double square = x[i] * x[i];
            double squareDot = t3 + t3; // double square = x[i] * x[i];
            if (square > k) { // if (square > k) {
            distance = Math.sqrt(square); // distance = Math.sqrt(square);
            distanceDot = t2 == 0.0 ? 0.0 : squareDot / (distance * 2.0); // distance = Math.sqrt(square);
            sum += distance * square; // sum += distance * square;
            sumDot += distanceDot * square + squareDot * distance; // sum += distance * square;
            for (int i = 0; i < x.length; i++) { // for (int i = 0; i < x.length; i++) {
            double t1 = x[i]; // double square = x[i] * x[i];
            double t2 = xDot[i]; // double square = x[i] * x[i];
            double square = t1 * t1; // double square = x[i] * x[i];
            double t3 = t2 * t1; // double square = x[i] * x[i];
            double squareDot = t3 + t3; // double square = x[i] * x[i];
            if (square > k) { // if (square > k) {
            distance = k; // if (square > k) {
            distanceDot = kDot; // if (square > k) {
            sum += distance * square; // sum += distance * square;
            sumDot += distanceDot * square + squareDot * distance; // sum += distance * square;
            for (int i = 0; i < x.length; i++) { // for (int i = 0; i < x.length; i++) {
            double half = sum / 2.0; // double half = total / two;
            double halfDot = sumDot / 2.0; // double half = total / two;
            double t4 = sumDot == 0.0 ? 0.0 : halfDot * half; // return half * half;
            return new Dual(half * half, t4 + t4); // return half * half;
            """);
  }

  /** From the seed to the last adjoint; the forward sweep before it is much as above. */
  @Test
  void stepsOfReverseSweepNameTheirLines() throws Exception {
    List<String> walk =
        walk(reverse).stream()
            .dropWhile(step -> !step.startsWith("double halfBar"))
            .takeWhile(step -> !step.startsWith("return"))
            .toList();
    assertThat(String.join("\n", walk) + "\n")
        .isEqualTo(
            """
            double halfBar = resultBar * half; // return half * half;
            halfBar += halfBar; // return half * half;
            double sumBar = halfBar / 2.0; // double half = total / two;
            double kBar = 0.0; // for (int i = 0; i < x.length; i++) {
            for (int i = t1 - 1; i >= 0; i--) { // for (int i = 0; i < x.length; i++) {
            double t4 = x[i]; // double square = x[i] * x[i];
            double square = t4 * t4; // double square = x[i] * x[i];
            double distanceBar = sumBar * square; // sum += distance * square;
            double distance = distanceStore[i]; // sum += distance * square;
            double squareBar = sumBar * distance; // sum += distance * square;
            if (square > k) { // if (square > k) {
            kBar += distanceBar; // if (square > k) {
            double t5 = squareBar * t4; // double square = x[i] * x[i];
            xBar[i] += t5 + t5; // double square = x[i] * x[i];
            for (int i = t1 - 1; i >= 0; i--) { // for (int i = 0; i < x.length; i++) {
            double t4 = x[i]; // double square = x[i] * x[i];
            double square = t4 * t4; // double square = x[i] * x[i];
            double distanceBar = sumBar * square; // sum += distance * square;
            double distance = distanceStore[i]; // sum += distance * square;
            double squareBar = sumBar * distance; // sum += distance * square;
            if (square > k) { // if (square > k) {
            double distance1 = distanceStore1[i]; // distance = Math.sqrt(square);
            squareBar += distanceBar / (distance1 * 2.0); // distance = Math.sqrt(square);
            double t5 = squareBar * t4; // double square = x[i] * x[i];
            xBar[i] += t5 + t5; // double square = x[i] * x[i];
            for (int i = t1 - 1; i >= 0; i--) { // for (int i = 0; i < x.length; i++) {
            """);
  }

  private static List<String> walk(List<Debugger.Stop> stops) throws Exception {
    List<String> walk = new ArrayList<>();
    for (Debugger.Stop stop : stops) {
      List<String> lines = Files.readAllLines(generated.resolve(stop.source()));
      String statement = lines.get(stop.line() - 1).strip();
      if (statement.startsWith("}")) {
        continue; // an arm is left at its brace
      }
      String user = LINES.get(origin(lines.subList(0, stop.line())) - 1).strip();
      walk.add(statement + " // " + user);
    }
    return walk;
  }

  private static int origin(List<String> lines) {
    for (int i = lines.size() - 1; ; i--) {
      Matcher origin = ORIGIN.matcher(lines.get(i));
      if (origin.matches()) {
        return Integer.parseInt(origin.group(1));
      }
    }
  }

  /** But copies and constants, which have no variables of their own. */
  @Test
  void localsKeepTheirNames() {
    assertThat(names(primal))
        .containsExactly("distance", "half", "i", "k", "square", "sum", "total", "two", "x");
    assertThat(names(forward))
        .containsExactly(
            "distance",
            "distanceDot",
            "half",
            "halfDot",
            "i",
            "k",
            "kDot",
            "square",
            "squareDot",
            "sum",
            "sumDot",
            "x",
            "xDot");
    assertThat(names(reverse))
        .containsExactly(
            "distance",
            "distance1",
            "distanceBar",
            "distanceStore",
            "distanceStore1",
            "half",
            "halfBar",
            "i",
            "k",
            "kBar",
            "resultBar",
            "square",
            "squareBar",
            "storage",
            "sum",
            "sumBar",
            "x",
            "xBar");
  }

  /** All names that have been visible, but of intermediate results. */
  private static Set<String> names(List<Debugger.Stop> stops) {
    Set<String> names = new TreeSet<>();
    stops.forEach(stop -> names.addAll(stop.locals().keySet()));
    names.removeIf(name -> name.matches("t\\d+"));
    return names;
  }

  @Test
  void localsHaveTheValuesThatTheyHaveInTheMethodItself() {
    for (String name : List.of("distance", "half", "i", "k", "square", "sum", "x")) {
      assertThat(history(forward, name)).isEqualTo(history(primal, name));
    }
    assertThat(history(primal, "square")).containsExactly("16.0", "0.25").inOrder();
    assertThat(history(primal, "distance")).containsExactly("4.0", "2.0").inOrder();
    assertThat(history(primal, "sum")).containsExactly("0.0", "64.0", "64.5").inOrder();
    assertThat(history(reverse, "sum")).isEqualTo(history(primal, "sum"));
    assertThat(history(reverse, "half")).isEqualTo(history(primal, "half"));
    assertThat(history(reverse, "x")).isEqualTo(history(primal, "x"));
    assertThat(history(reverse, "k")).isEqualTo(history(primal, "k"));
    assertThat(history(reverse, "square")).containsExactly("16.0", "0.25", "16.0").inOrder();
    assertThat(history(reverse, "distance")).containsExactly("4.0", "2.0", "4.0").inOrder();
    assertThat(history(reverse, "i")).containsExactly("0", "1", "0").inOrder();
  }

  @Test
  void tangentsAndAdjointsStandBesideThem() {
    assertThat(history(forward, "xDot")).containsExactly("[1.0, 2.0]");
    assertThat(history(forward, "kDot")).containsExactly("1.0");
    assertThat(history(forward, "squareDot")).containsExactly("8.0", "2.0").inOrder();
    assertThat(history(forward, "distanceDot")).containsExactly("1.0");
    assertThat(history(forward, "sumDot")).containsExactly("0.0", "48.0", "52.25").inOrder();
    assertThat(history(forward, "halfDot")).containsExactly("26.125");
    assertThat(history(reverse, "resultBar")).containsExactly("1.0");
    assertThat(history(reverse, "halfBar")).containsExactly("32.25", "64.5").inOrder();
    assertThat(history(reverse, "sumBar")).containsExactly("32.25");
    assertThat(history(reverse, "distanceBar")).containsExactly("8.0625", "516.0").inOrder();
    assertThat(history(reverse, "squareBar")).containsExactly("64.5", "129.0", "193.5").inOrder();
    assertThat(history(reverse, "kBar")).containsExactly("0.0", "8.0625").inOrder();
    assertThat(history(reverse, "xBar"))
        .containsExactly("[0.0, 0.0]", "[0.0, 64.5]", "[1548.0, 64.5]")
        .inOrder();
  }

  /** The values of a variable, one after another. */
  private static List<String> history(List<Debugger.Stop> stops, String name) {
    List<String> values = new ArrayList<>();
    stops.stream()
        .map(stop -> stop.locals().get(name))
        .filter(Objects::nonNull)
        .filter(value -> values.isEmpty() || !value.equals(values.get(values.size() - 1)))
        .forEach(values::add);
    return values;
  }
}
