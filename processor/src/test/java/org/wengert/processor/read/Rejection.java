package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.message.Problem;
import org.wengert.processor.tape.Location;

/**
 * A program whose method {@code f} cannot be read. The places of its problems are marked in the
 * text, as in {@code x = «s.length()»}.
 */
final class Rejection {
  private final List<Location> marked = new ArrayList<>();
  private final Program program;

  private Rejection(String text) {
    StringBuilder source = new StringBuilder();
    List<Integer> open = new ArrayList<>();
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '«') {
        open.add(marked.size());
        marked.add(new Location(line, source.length(), -1));
      } else if (c == '»') {
        int last = open.remove(open.size() - 1);
        Location start = marked.get(last);
        marked.set(last, new Location(start.line(), start.start(), source.length()));
      } else {
        source.append(c);
        line += c == '\n' ? 1 : 0;
      }
    }
    program = Program.ofFile(source.toString());
  }

  /** Members of a class. */
  static Rejection of(String members) {
    return new Rejection("class Subject {\n" + members + "}\n");
  }

  static Rejection ofFile(String text) {
    return new Rejection(text);
  }

  /** Checks that these and only these texts are reported, each at its mark. */
  void says(String... texts) {
    assertThat(texts).hasLength(marked.size());
    List<Problem> expected = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      expected.add(new Problem(texts[i], marked.get(i)));
    }
    assertThat(program.problems().get("f")).containsExactlyElementsIn(expected).inOrder();
  }
}
