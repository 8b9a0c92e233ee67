package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");
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

  /** The annotated classes of the sample application, and those of their packages they need. */
  public static Map<String, String> samples() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        texts.put(file, Files.readString(file));
      }
    }
    Map<Path, String> wanted = new TreeMap<>(texts);
    wanted.values().removeIf(text -> !ANNOTATED.matcher(text).find());
    Deque<Path> open = new ArrayDeque<>(wanted.keySet());
    while (!open.isEmpty()) {
      Path file = open.remove();
      Matcher names = WORD.matcher(wanted.get(file));
      while (names.find()) {
        Path other = file.resolveSibling(names.group() + ".java");
        if (texts.containsKey(other) && wanted.put(other, texts.get(other)) == null) {
          open.add(other);
        }
      }
    }
    return byName(wanted.values().stream());
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
