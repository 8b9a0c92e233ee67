package org.wengert.processor.incremental;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A build, a change, and a second build of some files only.
 *
 * @param name what is changed, and what is compiled again
 * @param before all files of the first build
 * @param changed those that are new or have changed since; they are compiled again
 * @param again those that are compiled again as they are
 * @param removed the names of the classes that are gone, source and class file
 * @param expected what has to come of it
 * @param words what is said where that is an error, to the letter
 */
record Scenario(
    String name,
    List<Source> before,
    List<Source> changed,
    List<Source> again,
    List<String> removed,
    Expected expected,
    String words) {

  /** What comes of a partial build. */
  enum Expected {
    /** The very numbers of a full build. */
    RIGHT,
    /** The method itself is the old one, as Java has it, and these are its derivatives. */
    AS_THE_METHOD,
    /** The compiler refuses. */
    COMPILE_ERROR,
    /** Every derivative is refused when it is called first. */
    LINK_ERROR
  }

  static Scenario of(String name, Source... before) {
    return new Scenario(name, List.of(before), List.of(), List.of(), List.of(), Expected.RIGHT, "");
  }

  Scenario change(Source... files) {
    return new Scenario(name, before, List.of(files), again, removed, expected, words);
  }

  Scenario recompile(Source... files) {
    return new Scenario(name, before, changed, List.of(files), removed, expected, words);
  }

  Scenario remove(String... classes) {
    return new Scenario(name, before, changed, again, List.of(classes), expected, words);
  }

  Scenario isAsTheMethod() {
    return new Scenario(name, before, changed, again, removed, Expected.AS_THE_METHOD, words);
  }

  Scenario failsToCompile(String text) {
    return new Scenario(name, before, changed, again, removed, Expected.COMPILE_ERROR, text);
  }

  Scenario failsToLink(String text) {
    return new Scenario(name, before, changed, again, removed, Expected.LINK_ERROR, text);
  }

  /** What the second build compiles. */
  List<Source> second() {
    List<Source> files = new ArrayList<>(changed);
    files.addAll(again);
    return files;
  }

  /** All files as they are in the end. */
  List<Source> after() {
    Map<String, Source> files = new TreeMap<>();
    before.forEach(file -> files.put(file.name(), file));
    changed.forEach(file -> files.put(file.name(), file));
    removed.forEach(files::remove);
    return List.copyOf(files.values());
  }

  @Override
  public String toString() {
    return name;
  }
}
