package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Differentiables;

/**
 * Whoever compiles a closed world ahead of time sees all that generated code needs: nothing is
 * looked up by its name, but by {@code Differentiables} and for private fields.
 */
final class ClosedWorldTest {
  /** Of a class, known by an array or an object of it. */
  private static final Set<String> HARMLESS =
      Set.of(
          "cast",
          "desiredAssertionStatus",
          "getComponentType",
          "getName",
          "getSimpleName",
          "isArray");

  private static final String EVERYTHING =
      """
      package p;
      import org.wengert.*;
      final class Everything {
        static double factor = 2;
        @Differentiable(order = 2, sparse = true, taylor = true)
        static double smooth(double[] x, double y) {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            sum += Math.sin(x[i] * y) * factor;
          }
          return sum;
        }
        @Differentiable @Checkpointed
        static double[] steps(double[] x, int n) {
          double[] state = x.clone();
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < state.length; j++) {
              state[j] = Math.cos(state[j]);
            }
          }
          return state;
        }
        @Differentiable(wrt = "m")
        static double[] rows(double[][] m) {
          double[] sums = new double[m.length];
          for (int i = 0; i < m.length; i++) {
            double[] row = m[i];
            m[i] = m[0];
            sums[i] = row[0] * power(row[0], 3);
          }
          return sums;
        }
        static double power(double x, int n) {
          return n == 0 ? 1 : x * power(x, n - 1);
        }
        @Differentiable
        static double slope(double x) {
          return EverythingDerivatives.cubeJvp(x, 1).tangent();
        }
        @Differentiable
        static double cube(double x) {
          return x * x * x;
        }
      }
      """;
  private static final String HIDDEN =
      """
      package p;
      final class Hidden {
        private static double factor = 2;
        @org.wengert.Differentiable
        static double f(double x) {
          return factor * x;
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void generatedCodeLooksNothingUp() {
    new Compiler()
        .compile(
            directory,
            Stream.concat(LinkedSources.ALL.stream(), Stream.of(EVERYTHING))
                .map(source -> source.replace("private static", "static"))
                .toArray(String[]::new));
    JavaClasses classes = new ClassFileImporter().importPath(directory);
    assertThat(classes.size()).isGreaterThan(5);
    assertThat(lookingUp(classes)).isEmpty();
  }

  /** By a handle, looked up when the generated class is initialised. */
  @Test
  void privateStaticFieldsAreLookedUp() {
    new Compiler().compile(directory, HIDDEN);
    assertThat(lookingUp(new ClassFileImporter().importPath(directory)))
        .containsExactly("p.HiddenDerivatives");
    new Compiler().compile(directory, HIDDEN.replace("private ", ""));
    assertThat(lookingUp(new ClassFileImporter().importPath(directory))).isEmpty();
  }

  @Test
  void runtimeLooksUpWhatIsKnownAtRunTimeOnly() {
    JavaClasses runtime =
        new ClassFileImporter()
            .importUrl(Differentiables.class.getProtectionDomain().getCodeSource().getLocation());
    assertThat(lookingUp(runtime))
        .containsExactly("org.wengert.GeneratedSibling", "org.wengert.StaticFields");
    List<String> users =
        runtime.get("org.wengert.GeneratedSibling").getDirectDependenciesToSelf().stream()
            .map(dependency -> dependency.getOriginClass().getName())
            .distinct()
            .toList();
    assertThat(users).containsExactly("org.wengert.Differentiables");
  }

  private static Set<String> lookingUp(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        if (isLookup(access)) {
          found.add(type.getName());
        }
      }
    }
    return found;
  }

  private static boolean isLookup(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    boolean reflects =
        owner.getPackageName().equals("java.lang.reflect") && !owner.isEquivalentTo(Array.class);
    boolean asksClass = owner.isEquivalentTo(Class.class) && !HARMLESS.contains(access.getName());
    return reflects
        || asksClass
        || owner.isAssignableTo(ClassLoader.class)
        || owner.isEquivalentTo(ServiceLoader.class)
        || owner.isEquivalentTo(MethodHandles.class)
        || owner.isEquivalentTo(MethodHandles.Lookup.class);
  }
}
