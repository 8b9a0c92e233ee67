package org.wengert.processor.explain;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.tools.StandardLocation;
import org.wengert.processor.Program;

/** Pages as the processor writes them. */
final class Pages {
  private Pages() {}

  /** The page of the class {@code Model} in a file. */
  static String of(String file) {
    return of(file, "Model");
  }

  /** The page of a class in a file. */
  static String of(String file, String type) {
    Compilation compilation = Program.compilation(List.of("-Awengert.explain"), file);
    assertWithMessage("%s", compilation.errors()).that(compilation.errors()).isEmpty();
    try {
      return new String(
          compilation
              .generatedFile(StandardLocation.CLASS_OUTPUT, "p", type + ".explain.html")
              .orElseThrow()
              .openInputStream()
              .readAllBytes(),
          UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
