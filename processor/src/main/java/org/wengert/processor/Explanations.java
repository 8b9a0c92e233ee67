package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.wengert.processor.explain.Explained;
import org.wengert.processor.explain.TapeText;
import org.wengert.processor.source.SourceFile;

/** Files for people beside a class, where they are asked for. */
final class Explanations {
  private static final String TAPE = "wengert.tape";

  /** The options that ask for them. */
  static final Set<String> OPTIONS = Set.of(TAPE);

  private final Map<String, String> options;
  private final List<Explained> methods = new ArrayList<>();

  /**
   * @param options those of the processor
   */
  Explanations(Map<String, String> options) {
    this.options = options;
  }

  /** Begins with another class. */
  void clear() {
    methods.clear();
  }

  /**
   * Another method of the class.
   *
   * @param file where it stands
   */
  void add(Explained method, SourceFile file) {
    if (OPTIONS.stream().anyMatch(this::isOn)) {
      methods.add(method);
    }
  }

  /** Writes what is asked for, of all methods of this class. */
  void write(TypeElement owner, Filer filer) throws IOException {
    if (isOn(TAPE)) {
      write(".tape.txt", TapeText.of(methods), owner, filer);
    }
  }

  /** {@code Outer_Inner} for {@code Outer.Inner}, as in the sibling's name. */
  static String baseName(TypeElement owner) {
    return String.join("_", ClassName.get(owner).simpleNames());
  }

  private boolean isOn(String option) {
    return options.containsKey(option) && !"off".equals(options.get(option));
  }

  private static void write(String extension, String text, TypeElement owner, Filer filer)
      throws IOException {
    try (Writer writer =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                ClassName.get(owner).packageName(),
                baseName(owner) + extension,
                owner)
            .openWriter()) {
      writer.write(text);
    }
  }
}
