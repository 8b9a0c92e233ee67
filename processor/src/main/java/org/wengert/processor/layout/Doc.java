package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with places where a line may be broken, after D. C. Oppen, Prettyprinting (1980): either a
 * group fits on the rest of the line, or its own breaks are taken.
 */
sealed interface Doc {
  /** Wider than any line: what holds a break that is always taken. */
  int ENDLESS = 1_000_000;

  /** Characters on one line. */
  int width();

  record Text(String text) implements Doc {
    @Override
    public int width() {
      return text.length();
    }
  }

  /** When the breaks of a group that does not fit are taken. */
  enum Fill {
    /** With all others of the group. */
    TOGETHER,
    /** Where the text up to the next break of the group does not fit. */
    WHERE_NEEDED,
    /** Also in a group that fits. */
    ALWAYS
  }

  /**
   * Where a line may end.
   *
   * @param flat what stands here if the line is not broken
   * @param indent how much further than its group the next line starts
   * @param place by which indents ask whether it was taken
   */
  record Break(Fill fill, String flat, int indent, Place place) implements Doc {
    @Override
    public int width() {
      return fill == Fill.ALWAYS ? ENDLESS : flat.length();
    }
  }

  /** Equal to itself only. */
  final class Place {}

  /** How much further than the group around it the lines of a group start. */
  sealed interface Indent {
    Indent NONE = new Fixed(0);
    Indent BLOCK = new Fixed(2);
    Indent CONTINUED = new Fixed(4);

    record Fixed(int columns) implements Indent {}

    /** As {@link #CONTINUED}, if the line was broken there, and none otherwise. */
    record IfBroken(Place place) implements Indent {}
  }

  /** A group. It grows until {@link DocBuilder} is done. */
  final class Group implements Doc {
    private final Indent indent;
    private final List<Doc> parts = new ArrayList<>();
    private int width = -1;

    Group(Indent indent) {
      this.indent = indent;
    }

    void add(Doc part) {
      parts.add(part);
    }

    Indent indent() {
      return indent;
    }

    List<Doc> parts() {
      return parts;
    }

    @Override
    public int width() {
      if (width < 0) {
        width = Math.min(ENDLESS, parts.stream().mapToInt(Doc::width).sum());
      }
      return width;
    }
  }
}
