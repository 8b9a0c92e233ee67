package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Differentiable;
import org.wengert.processor.WengertProcessor;
import org.wengert.processor.eclipse.CompilerUnderTest.Outcome;

/**
 * The Eclipse platform without its windows, in a virtual machine of its own: its builder runs the
 * processor in full builds and in incremental ones, and generates what javac generates.
 */
final class HeadlessEclipseTest {
  private static final Path BUNDLES = Path.of("target", "equinox");
  private static final String EDITED =
      """
      package p;
      import org.wengert.Differentiable;
      final class Edited {
        @Differentiable static double f(double x) { return x * x; }
        static double slope(double x) { return EditedDerivatives.fGradient(x).x(); }
      }
      """;

  @TempDir private Path directory;

  @Test
  void generatesTheSame() throws Exception {
    Map<String, String> files = new LinkedHashMap<>(Examples.readme());
    files.putAll(Examples.samples());
    files.put("p.Edited", EDITED);
    Outcome before = CompilerUnderTest.javac().compile(directory.resolve("before"), files);
    files.put("p.Edited", EDITED.replace("x * x;", "x * x * x;"));
    Outcome after = CompilerUnderTest.javac().compile(directory.resolve("after"), files);
    assertThat(after.errors()).isEmpty();

    String output = build(directory.resolve("before").resolve("sources"));
    assertThat(output.lines())
        .containsExactly(
            "mistaken error in Edited.java: creating an object has no derivative: only numbers,"
                + " booleans, arrays and records of this source file are followed; keep the values"
                + " in one of these instead [line 4, column 54: new Object()]",
            "mistaken error in Edited.java: EditedDerivatives cannot be resolved",
            "done");
    assertSame(directory.resolve("output").resolve("full"), before.generated());
    assertSame(directory.resolve("output").resolve("incremental"), after.generated());
    assertThat(after.generated()).isNotEqualTo(before.generated());
  }

  private static void assertSame(Path directory, Map<String, String> expected) throws IOException {
    Map<String, String> generated = CompilerUnderTest.texts(directory);
    assertThat(generated.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (file, text) -> assertWithMessage(file).that(generated.get(file)).isEqualTo(text));
  }

  private String build(Path sources) throws Exception {
    Path classes = compiledForEclipse();
    Path processor = jar("processor.jar", new Manifest(), home(WengertProcessor.class));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dheadless.sources=" + sources);
    command.add("-Dheadless.libraries=" + libraries());
    command.add("-Dheadless.processors=" + processor + File.pathSeparator + home(JavaFile.class));
    command.add("-Dheadless.output=" + directory.resolve("output"));
    command.add("-classpath");
    command.add(BUNDLES.resolve("org.eclipse.osgi.jar") + File.pathSeparator + classes);
    command.add("headless.Launcher");
    command.add(directory.resolve("platform").toString());
    command.add(BUNDLES.toString());
    // Required by name only, for a task that nobody starts.
    command.add(jar("ant.jar", bundle("org.apache.ant", Map.of()), null).toString());
    command.add(
        jar(
                "headless.jar",
                bundle(
                    "headless",
                    Map.of(
                        "Bundle-Activator",
                        "headless.HeadlessBuild",
                        "Require-Bundle",
                        "org.eclipse.core.runtime,org.eclipse.core.resources,"
                            + "org.eclipse.jdt.core,org.eclipse.jdt.apt.core,"
                            + "org.eclipse.jdt.apt.pluggable.core")),
                classes)
            .toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** The runtime, and what the sample application uses. */
  private static String libraries() throws Exception {
    try (Stream<Path> jars = Files.list(Path.of("target", "hipparchus"))) {
      return Stream.concat(Stream.of(home(Differentiable.class)), jars.map(Path::toAbsolutePath))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** The driver, which is compiled here, since its libraries would be in the way of other tests. */
  private Path compiledForEclipse() throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("-proc:none");
    arguments.add("-classpath");
    try (Stream<Path> jars = Files.list(BUNDLES)) {
      arguments.add(jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    arguments.add("-d");
    Path classes = Files.createDirectories(directory.resolve("driver"));
    arguments.add(classes.toString());
    for (String name : List.of("HeadlessBuild", "Launcher")) {
      arguments.add(
          Path.of(HeadlessEclipseTest.class.getResource("/headless/" + name + ".java").toURI())
              .toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isEqualTo(0);
    return classes;
  }

  private static Manifest bundle(String name, Map<String, String> more) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", name);
    attributes.putValue("Bundle-Version", "2.0.0");
    more.forEach(attributes::putValue);
    return manifest;
  }

  /** A jar of what is in a directory, if one is given. */
  private Path jar(String name, Manifest manifest, Path from) throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream stream = new JarOutputStream(file, manifest)) {
      if (from != null) {
        try (Stream<Path> files = Files.walk(from)) {
          for (Path each : files.filter(Files::isRegularFile).toList()) {
            stream.putNextEntry(
                new JarEntry(from.relativize(each).toString().replace(File.separatorChar, '/')));
            Files.copy(each, stream);
          }
        }
      }
    }
    return jar;
  }

  /** The directory or jar that a class comes from. */
  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toAbsolutePath();
  }
}
