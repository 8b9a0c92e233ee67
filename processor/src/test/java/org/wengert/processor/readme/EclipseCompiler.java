package org.wengert.processor.readme;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

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
    BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null);
    return output.toString();
  }
}
