package org.wengert.processor.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page in Markdown, as far as tests read it: sections, blocks of code and tables. */
record Page(List<String> lines) {
  private static final String FENCE = "```";
  private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern BETWEEN_CELLS = Pattern.compile("(?<!\\\\)\\|");

  Page {
    lines = List.copyOf(lines);
  }

  static Page readme() {
    return read(Path.of("..", "README.md"));
  }

  static Page architecture() {
    return read(Path.of("ARCHITECTURE.md"));
  }

  static Page read(Path path) {
    try {
      return new Page(Files.readAllLines(path));
    } catch (IOException e) {
      throw new AssertionError("tests run in the processor's directory", e);
    }
  }

  /** What stands under a heading of the second level, up to the next of them. */
  Page section(String heading) {
    int start = lines.indexOf("## " + heading);
    if (start < 0) {
      throw new AssertionError("no section is called " + heading);
    }
    return new Page(
        lines.subList(start + 1, lines.size()).stream()
            .takeWhile(line -> !line.startsWith("## "))
            .toList());
  }

  /** What stands before the first heading of the second level, and under each of these. */
  List<Page> sections() {
    List<Page> sections = new ArrayList<>();
    List<String> section = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("## ")) {
        sections.add(new Page(section));
        section.clear();
      }
      section.add(line);
    }
    sections.add(new Page(section));
    return sections;
  }

  /** The same page with other blocks of code in a language, in order. */
  Page withCode(String language, List<String> blocks) {
    List<String> changed = new ArrayList<>();
    Iterator<String> next = blocks.iterator();
    boolean replaced = false;
    for (String line : lines) {
      if (line.equals(FENCE)) {
        replaced = false;
      }
      if (!replaced) {
        changed.add(line);
      }
      if (line.equals(FENCE + language)) {
        next.next().lines().forEach(changed::add);
        replaced = true;
      }
    }
    if (next.hasNext()) {
      throw new AssertionError("there are fewer blocks of " + language);
    }
    return new Page(changed);
  }

  /** What stands before the first heading of the second level. */
  Page opening() {
    return new Page(lines.stream().takeWhile(line -> !line.startsWith("## ")).toList());
  }

  /** The blocks of code in a language, in order. */
  List<String> code(String language) {
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        List<String> block =
            lines.subList(i + 1, lines.size()).stream()
                .takeWhile(line -> !line.equals(FENCE))
                .toList();
        if (lines.get(i).equals(FENCE + language)) {
          blocks.add(String.join("\n", block) + "\n");
        }
        i += block.size() + 1;
      }
    }
    return blocks;
  }

  /** The rows of all tables that have this header, each a list of cells. */
  List<List<String>> rows(String... header) {
    Predicate<String> isRow = line -> line.startsWith("|");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isRow.test(lines.get(i)) && cells(lines.get(i)).equals(List.of(header))) {
        lines.subList(i + 2, lines.size()).stream()
            .takeWhile(isRow)
            .map(Page::cells)
            .forEach(rows::add);
      }
    }
    if (rows.isEmpty()) {
      throw new AssertionError("no table has the header " + Arrays.toString(header));
    }
    return rows;
  }

  private static List<String> cells(String row) {
    return BETWEEN_CELLS
        .splitAsStream(row.substring(1))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }

  /** The pieces of a text that are set as code. */
  static List<String> codeIn(String text) {
    return CODE_SPAN.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
