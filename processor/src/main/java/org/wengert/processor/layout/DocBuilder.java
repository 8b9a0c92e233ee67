package org.wengert.processor.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import org.wengert.processor.layout.Doc.Break;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Group;
import org.wengert.processor.layout.Doc.Indent;
import org.wengert.processor.layout.Doc.Place;

/**
 * Builds a {@link Doc} from left to right. Text joins the group of the latest break, even where
 * that group is closed: what follows it up to the next break must fit on its last line.
 */
final class DocBuilder {
  private final Group whole = new Group(Indent.NONE);
  private final Deque<Group> open = new ArrayDeque<>();
  private final boolean measuring;
  private Group latest = whole;

  DocBuilder() {
    this(false);
  }

  private DocBuilder(boolean measuring) {
    this.measuring = measuring;
    open.push(whole);
  }

  /** One for text on one line, where it does not matter which breaks would be taken. */
  static DocBuilder measuring() {
    return new DocBuilder(true);
  }

  boolean isMeasuring() {
    return measuring;
  }

  DocBuilder open(Indent indent) {
    open.push(new Group(indent));
    return this;
  }

  DocBuilder close() {
    Group closed = open.pop();
    open.element().add(closed);
    return this;
  }

  DocBuilder text(String text) {
    latest.add(new Doc.Text(text));
    return this;
  }

  /** A break that is taken with the others of its group, and leaves {@code flat} otherwise. */
  DocBuilder lineOr(String flat) {
    return line(Fill.TOGETHER, flat);
  }

  DocBuilder line(Fill fill, String flat) {
    return line(fill, flat, 0, new Place());
  }

  DocBuilder line(Fill fill, String flat, int indent, Place place) {
    latest = open.element();
    latest.add(new Break(fill, flat, indent, place));
    return this;
  }

  Group build() {
    return whole;
  }
}
