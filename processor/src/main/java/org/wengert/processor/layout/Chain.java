package org.wengert.processor.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.wengert.processor.layout.Doc.Fill;
import org.wengert.processor.layout.Doc.Indent;
import org.wengert.processor.layout.Doc.Place;

/**
 * Names, calls and elements with dots between them.
 *
 * @param start what the first dot stands behind, if that is neither a name nor a call by name
 * @param indices into {@code start}
 */
record Chain(Optional<Expression> start, List<Expression> indices, List<Link> links)
    implements Expression {
  /** A first name up to this length is not left alone on its line. */
  private static final int TINY = 4;

  /** {@code name}, {@code name(arguments)}, and elements of them. */
  record Link(String name, Optional<List<Expression>> arguments, List<Expression> indices) {
    boolean isCall() {
      return arguments.isPresent() && indices.isEmpty();
    }

    boolean isName() {
      return arguments.isEmpty() && indices.isEmpty();
    }

    private void write(Indent indent, DocBuilder out) {
      out.text(name);
      arguments.ifPresent(values -> Arguments.write(values, indent, out));
      writeIndices(indices, out);
    }

    private int width() {
      DocBuilder alone = DocBuilder.measuring();
      write(Indent.NONE, alone);
      return alone.build().width();
    }
  }

  @Override
  public void write(DocBuilder out) {
    if (start.isEmpty() && links.size() == 1 && links.get(0).isName()) {
      out.text(links.get(0).name());
      return;
    }
    if (start.isPresent()) {
      out.open(Indent.CONTINUED);
      start.get().write(out);
      out.lineOr("");
      writeIndices(indices, out);
    }
    if (!links.isEmpty()) {
      TreeSet<Integer> units = units();
      if (units.isEmpty()) {
        writeEven(out);
      } else {
        writeInUnits(units, out);
      }
    }
    if (start.isPresent()) {
      out.close();
    }
  }

  private static void writeIndices(List<Expression> indices, DocBuilder out) {
    if (!indices.isEmpty()) {
      out.open(Indent.NONE);
      for (Expression index : indices) {
        out.text("[").line(Fill.WHERE_NEEDED, "");
        index.write(out);
        out.text("]");
      }
      out.close();
    }
  }

  /** The last links of beginnings that stay together: class names, and up to the only call. */
  private TreeSet<Integer> units() {
    TreeSet<Integer> units = new TreeSet<>();
    List<String> names = new ArrayList<>();
    for (Link link : links) {
      names.add(link.name());
      if (!link.isName()) {
        break;
      }
    }
    ClassNames.end(names).ifPresent(units::add);
    List<Integer> calls = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).isCall()) {
        calls.add(i);
      }
    }
    long qualified = calls.stream().filter(call -> call > 0 || start.isPresent()).count();
    if (qualified == 1 && calls.get(0) > 0) {
      units.add(calls.get(0));
    }
    return units;
  }

  private void writeEven(DocBuilder out) {
    if (start.isEmpty()) {
      out.open(Indent.CONTINUED);
    }
    boolean more = links.size() > 1;
    for (int i = 0; i < links.size(); i++) {
      boolean dot = i > 0 || start.isPresent();
      if (dot) {
        if (start.isPresent() ? i > 0 : i > 1 || links.get(0).width() > TINY) {
          out.lineOr("");
        }
        out.text(".");
      }
      links.get(i).write(more || dot ? Indent.CONTINUED : Indent.NONE, out);
    }
    if (start.isEmpty()) {
      out.close();
    }
  }

  private void writeInUnits(TreeSet<Integer> units, DocBuilder out) {
    boolean more = units.last() < links.size() - 1;
    out.open(Indent.CONTINUED);
    units.forEach(unit -> out.open(Indent.NONE));
    TreeSet<Integer> rest = new TreeSet<>(units);
    Place place = new Place();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (i > 0 || start.isPresent()) {
        boolean within = !rest.isEmpty() && i <= rest.first();
        out.line(within ? Fill.WHERE_NEEDED : Fill.TOGETHER, "", 0, place).text(".");
      }
      out.text(link.name());
      if (!rest.isEmpty() && i == rest.first()) {
        out.close();
        rest.pollFirst();
      }
      Indent indent = more ? Indent.CONTINUED : new Indent.IfBroken(place);
      link.arguments().ifPresent(values -> Arguments.write(values, indent, out));
      writeIndices(link.indices(), out);
    }
    out.close();
  }
}
