package org.wengert.processor.readme;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Eclipse's compiler as it is run from a command line, with the processor. */
final class EclipseCompiler {
  private EclipseCompiler() {}

  /**
   * What it prints.
   *
   * @param target a directory for what it writes
   */
  static String output(Path target, List<String> files) {
    String path = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-17",
                "-d",
                target.toString(),
                "-s",
                target.toString(),
                "-classpath",
                path,
                "-processorpath",
                path));
    arguments.add("-processor");
    arguments.add("org.wengert.processor.WengertProcessor");
    arguments.addAll(files);
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output, true);
    try {
      compiler().invoke(null, arguments.toArray(String[]::new), writer, writer, null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no such compiler", e);
    }
    return output.toString();
  }

  private static Method compiler() throws ReflectiveOperationException {
    try {
      URL jar = Path.of("target", "ecj", "newest.jar").toUri().toURL(); // the build copies it there
      ClassLoader loader = new URLClassLoader(new URL[] {jar});
      return Arrays.stream(
              loader.loadClass("org.eclipse.jdt.core.compiler.batch.BatchCompiler").getMethods())
          .filter(method -> method.getName().equals("compile"))
          .findFirst()
          .orElseThrow();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
