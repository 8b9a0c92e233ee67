package org.wengert.processor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;

/** The lines of a file that a method consists of: its own, and those of what is read in place. */
final class Excerpt {
  /**
   * A line of source.
   *
   * @param number one-based
   * @param start the offset of its first character in the file
   */
  record SourceLine(int number, int start, String text) {
    private SourceLine from(int column) {
      return new SourceLine(number, start + column, text.substring(column));
    }
  }

  private final SourceText source;
  private final TreeSet<Integer> numbers = new TreeSet<>();
  private final List<SourceLine> all = new ArrayList<>();

  private Excerpt(SourceText source) {
    this.source = source;
    int start = 0;
    while (start <= source.text().length()) {
      int end = source.text().indexOf('\n', start);
      int stop = end < 0 ? source.text().length() : end;
      String text = source.text().substring(start, stop).stripTrailing();
      all.add(new SourceLine(all.size() + 1, start, text));
      start = stop + 1;
    }
  }

  /** In the order of the file. */
  static List<SourceLine> of(SourceText source, Explained method) {
    Excerpt excerpt = new Excerpt(source);
    excerpt.add(method.at());
    excerpt.add(method.primal().body());
    return outdented(excerpt.numbers.stream().map(number -> excerpt.all.get(number - 1)).toList());
  }

  /** Without the spaces with which all lines begin. */
  private static List<SourceLine> outdented(List<SourceLine> lines) {
    int common =
        lines.stream()
            .filter(line -> !line.text().isEmpty())
            .mapToInt(line -> line.text().length() - line.text().stripLeading().length())
            .min()
            .orElse(0);
    return lines.stream().map(line -> line.text().isEmpty() ? line : line.from(common)).toList();
  }

  private void add(Block block) {
    for (Operation operation : block.operations()) {
      if (operation.at().line() > 0 && !numbers.contains(operation.at().line())) {
        add(declaration(operation.at()));
      }
      operation.blocks().forEach(this::add);
    }
  }

  /** The innermost method around a place; the place itself if it is in none. */
  private Location declaration(Location at) {
    return source.methods().stream()
        .filter(method -> method.start() <= at.start() && at.end() <= method.end())
        .reduce((outer, inner) -> inner.start() > outer.start() ? inner : outer)
        .orElse(at);
  }

  private void add(Location range) {
    for (SourceLine line : all) {
      if (line.number() >= range.line()
          && line.start() < Math.max(range.end(), range.start() + 1)) {
        numbers.add(line.number());
      }
    }
  }
}
