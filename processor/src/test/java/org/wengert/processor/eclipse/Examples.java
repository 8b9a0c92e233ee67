package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wengert.processor.acceptance.ThreeWaysTest;
import org.wengert.processor.readme.ReadmePrograms;

/** Source files that must compile, by the full names of their classes. */
public final class Examples {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Path SAMPLES = Path.of("..", "sample-app", "src", "main", "java");
  private static final Pattern ANNOTATED = Pattern.compile("@(Differentiable|DerivativeRule)\\b");
  private static final Pattern FIRST_TYPE = Pattern.compile("\\b(?:class|record) (\\w+)");

  private Examples() {}

  /** Methods that together use the whole language. */
  public static Map<String, String> catalogue() {
    return byName(
        ThreeWaysTest.sources().map(text -> "package p;\nimport org.wengert.*;\n" + text));
  }

  static Map<String, String> readme() {
    return byName(ReadmePrograms.all().stream());
  }

  /** The annotated classes of the sample application. */
  public static Map<String, String> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(file);
        if (ANNOTATED.matcher(text).find()) {
          texts.add(text);
        }
      }
      return byName(texts.stream());
    }
  }

  private static Map<String, String> byName(Stream<String> texts) {
    Map<String, String> files = new LinkedHashMap<>();
    texts.forEach(text -> files.put(name(text), text));
    return files;
  }

  private static String name(String text) {
    Matcher type = FIRST_TYPE.matcher(text);
    assertWithMessage(text).that(type.find()).isTrue();
    Matcher declared = PACKAGE.matcher(text);
    return (declared.find() ? declared.group(1) + "." : "") + type.group(1);
  }
}
