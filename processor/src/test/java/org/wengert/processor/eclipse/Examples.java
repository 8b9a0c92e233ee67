package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wengert.processor.acceptance.ThreeWaysTest;
import org.wengert.processor.readme.ReadmePrograms;

/** Source files that must compile, by the full names of their classes. */
final class Examples {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern FIRST_TYPE = Pattern.compile("\\b(?:class|record) (\\w+)");

  private Examples() {}

  /** Methods that together use the whole language. */
  static Map<String, String> catalogue() {
    return byName(
        ThreeWaysTest.sources().map(text -> "package p;\nimport org.wengert.*;\n" + text));
  }

  static Map<String, String> readme() {
    return byName(ReadmePrograms.all().stream());
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
