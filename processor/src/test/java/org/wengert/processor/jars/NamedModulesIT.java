package org.wengert.processor.jars;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both jars are named modules, and work for users' named modules. */
final class NamedModulesIT {
  private static final String MODEL =
      """
      package user;
      public final class Model {
        private Model() {}
        @org.wengert.Differentiable
        public static double f(double x, double y) {
          return x * x * y;
        }
        public static double value() {
          return f(3, 5);
        }
      }
      """;
  private static final String USER =
      """
      package user;
      public final class User {
        private User() {}
        public static String all() {
          org.wengert.ScalarFunction f = ModelDerivatives.f();
          return ModelDerivatives.fGradient(3, 5) + " " + f.jvp(new double[] {3, 5}, new double[] {1, 10});
        }
      }
      """;

  /** Named, since javac 23 and later ones look for no processor on the module path unasked. */
  private static final String PROCESSOR = "org.wengert.processor.WengertProcessor";

  private static final String RESULT =
      "FGradient[value=45.0, x=30.0, y=9.0] Dual[value=45.0, tangent=120.0]";

  @TempDir private Path directory;

  @Test
  void namesAndExports() {
    ModuleDescriptor runtime = descriptor("org.wengert", Jars.RUNTIME);
    assertThat(runtime.isAutomatic()).isFalse();
    assertThat(runtime.exports().stream().map(ModuleDescriptor.Exports::source))
        .containsExactly("org.wengert");
    assertThat(runtime.requires().stream().map(ModuleDescriptor.Requires::name))
        .containsExactly("java.base");
    ModuleDescriptor processor = descriptor("org.wengert.processor", Jars.PROCESSOR);
    assertThat(processor.isAutomatic()).isFalse();
    assertThat(processor.exports()).isEmpty();
    assertThat(processor.provides().stream().flatMap(it -> it.providers().stream()))
        .containsExactly("org.wengert.processor.LeftoverProcessor", PROCESSOR);
  }

  private static ModuleDescriptor descriptor(String name, Path jar) {
    return ModuleFinder.of(jar).find(name).map(ModuleReference::descriptor).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("processorPaths")
  void requires(List<String> processor) throws Exception {
    UserModule module = compiled(processor, "requires org.wengert; opens user;");
    assertThat(module.call("User", "all")).isEqualTo(RESULT);
  }

  /** Then the methods themselves run without Wengert, and their derivatives where it is added. */
  @ParameterizedTest
  @MethodSource("processorPaths")
  void requiresStatic(List<String> processor) throws Exception {
    UserModule module = compiled(processor, "requires static org.wengert; opens user;");
    assertThat(module.call("Model", "value")).isEqualTo(45.0);
    assertThat(module.call("User", "all", "org.wengert")).isEqualTo(RESULT);
    InvocationTargetException thrown =
        assertThrows(InvocationTargetException.class, () -> module.call("User", "all"));
    assertThat(thrown).hasCauseThat().isInstanceOf(NoClassDefFoundError.class);
  }

  /** Who exports what has results of Wengert's types passes on Wengert. */
  @ParameterizedTest
  @MethodSource("processorPaths")
  void exported(List<String> processor) throws Exception {
    UserModule module = compiled(processor, "requires transitive org.wengert; exports user;");
    assertThat(module.call("User", "all")).isEqualTo(RESULT);
  }

  private UserModule compiled(List<String> processor, String directives) throws IOException {
    UserModule module = new UserModule(directory);
    module.compile(processor, "module user { " + directives + " }\n", MODEL, USER);
    return module;
  }

  static Stream<Arguments> processorPaths() {
    String path = Jars.path(Jars.PROCESSOR, Jars.JAVAPOET);
    return Stream.of("--processor-path", "--processor-module-path")
        .map(option -> Arguments.of(List.of(option, path, "-processor", PROCESSOR)));
  }
}
