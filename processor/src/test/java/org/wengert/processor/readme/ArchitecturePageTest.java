package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture page names rooms, their acquaintances and classes as they are. */
final class ArchitecturePageTest {
  private static final String ROOT = "org.wengert.processor";
  private static final Page PAGE = Page.architecture();

  @Test
  void roomsKnowWhatThePageSays() {
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, String> rooms = new HashMap<>();
    for (List<String> row :
        PAGE.rows("room (`org.wengert.processor...`)", "what it does", "knows")) {
      List<String> names = Page.codeIn(row.get(0));
      names.forEach(name -> rooms.put(name, names.get(0)));
      if (!names.isEmpty()) {
        expected.put(names.get(0), new TreeSet<>(Page.codeIn(row.get(2))));
      }
    }
    Map<String, Set<String>> actual = new TreeMap<>();
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
    for (JavaClass type : classes) {
      if (!type.getPackageName().equals(ROOT)) {
        String room = room(type);
        Set<String> known =
            actual.computeIfAbsent(rooms.getOrDefault(room, room), key -> new TreeSet<>());
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> target.getPackageName().startsWith(ROOT))
            .map(ArchitecturePageTest::room)
            .map(target -> rooms.getOrDefault(target, target))
            .filter(target -> !target.equals(rooms.get(room)))
            .forEach(known::add);
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static String room(JavaClass type) {
    return type.getPackageName().replace(ROOT + ".", "");
  }

  @Test
  void classesExist() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.java$", "");
        sources.merge(name, Files.readString(file), String::concat);
      }
    }
    List<String> named =
        PAGE.lines().stream()
            .flatMap(line -> Page.codeIn(line).stream())
            .filter(code -> Character.isUpperCase(code.charAt(0)))
            .toList();
    assertThat(named).isNotEmpty();
    for (String name : named) {
      String[] parts = name.split("\\.");
      assertWithMessage(name).that(sources).containsKey(parts[0]);
      assertWithMessage(name).that(sources.get(parts[0])).contains(parts[parts.length - 1]);
    }
  }
}
