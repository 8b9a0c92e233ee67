package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.layout.Doc.Break;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Group;
import org.wengert.processor.layout.Doc.Indent;
import org.wengert.processor.layout.Doc.Place;
import org.wengert.processor.layout.Doc.Text;

/** Decides which breaks of a {@link Doc} are taken, from left to right, and prints it. */
final class LineBreaker {
  private final StringBuilder out = new StringBuilder();
  private final Set<Place> broken = new HashSet<>();
  private final int width;
  private int column;

  private LineBreaker(int width, int column) {
    this.width = width;
    this.column = column;
  }

  /** What starts at column {@code indent}, without the blanks before it. */
  static String print(Group doc, int width, int indent) {
    LineBreaker breaker = new LineBreaker(width, indent);
    breaker.group(doc, indent);
    return breaker.out.toString();
  }

  private void group(Group group, int around) {
    if (column + group.width() <= width) {
      group.parts().forEach(this::flat);
      return;
    }
    int indent = around + columns(group.indent());
    boolean overfull = false; // what stood before the break was too wide
    for (List<Doc> run : runs(group)) {
      int runWidth = run.stream().filter(it -> !(it instanceof Break)).mapToInt(Doc::width).sum();
      if (!run.isEmpty() && run.get(0) instanceof Break itself) {
        if (itself.fill() != Fill.WHERE_NEEDED
            || overfull
            || column + itself.flat().length() + runWidth > width) {
          take(itself, indent);
        } else {
          broken.remove(itself.place()); // the latest break there decides
          append(itself.flat());
        }
      }
      overfull = column + runWidth > width;
      for (Doc part : run) {
        if (part instanceof Group inner) {
          group(inner, indent);
        } else if (part instanceof Text text) {
          append(text.text());
        }
      }
    }
  }

  /** The parts up to the first break, and those from each break on. */
  private static List<List<Doc>> runs(Group group) {
    List<List<Doc>> runs = new ArrayList<>();
    runs.add(new ArrayList<>());
    for (Doc part : group.parts()) {
      if (part instanceof Break) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(part);
    }
    return runs;
  }

  private void take(Break itself, int indent) {
    broken.add(itself.place());
    column = Math.max(indent + itself.indent(), 0);
    out.append('\n').append(" ".repeat(column));
  }

  private int columns(Indent indent) {
    if (indent instanceof Indent.Fixed fixed) {
      return fixed.columns();
    }
    return broken.contains(((Indent.IfBroken) indent).place()) ? columns(Indent.CONTINUED) : 0;
  }

  private void flat(Doc doc) {
    if (doc instanceof Group group) {
      group.parts().forEach(this::flat);
    } else {
      append(doc instanceof Text text ? text.text() : ((Break) doc).flat());
    }
  }

  private void append(String text) {
    out.append(text);
    column += text.length();
  }
}
