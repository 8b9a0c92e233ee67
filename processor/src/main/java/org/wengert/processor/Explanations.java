package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.wengert.processor.explain.Explained;
import org.wengert.processor.explain.Page;
import org.wengert.processor.explain.TapeText;
import org.wengert.processor.source.SourceFile;

/** Files for people beside a class, where they are asked for. */
final class Explanations {
  private final Options options;
  private final List<Explained> methods = new ArrayList<>();
  private Optional<SourceFile> file = Optional.empty();

  Explanations(Options options) {
    this.options = options;
  }

  /** Begins with another class. */
  void clear() {
    methods.clear();
  }

  /**
   * Another method of the class.
   *
   * @param its the file in which it stands
   */
  void add(Explained method, SourceFile its) {
    if (options.isOn(Option.TAPE) || options.isOn(Option.EXPLAIN)) {
      methods.add(method);
      file = Optional.of(its);
    }
  }

  /** Writes what is asked for, of all methods of this class. */
  void write(TypeElement owner, Filer filer) throws IOException {
    if (options.isOn(Option.TAPE)) {
      write(".tape.txt", TapeText.of(methods), owner, filer);
    }
    if (options.isOn(Option.EXPLAIN)) {
      String name = String.join(".", ClassName.get(owner).simpleNames());
      write(
          ".explain.html", Page.of(name, PageSource.of(file.orElseThrow()), methods), owner, filer);
    }
  }

  /** {@code Outer_Inner} for {@code Outer.Inner}, as in the sibling's name. */
  static String baseName(TypeElement owner) {
    return String.join("_", ClassName.get(owner).simpleNames());
  }

  private static void write(String extension, String text, TypeElement owner, Filer filer)
      throws IOException {
    FileObject file =
        filer.createResource(
            StandardLocation.CLASS_OUTPUT,
            ClassName.get(owner).packageName(),
            baseName(owner) + extension,
            owner);
    try (OutputStream stream = file.openOutputStream()) {
      stream.write(text.getBytes(StandardCharsets.UTF_8)); // whatever the encoding of the sources
    }
  }
}
