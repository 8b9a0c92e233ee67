package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Refusal;
import org.wengert.processor.Refusals;
import org.wengert.processor.eclipse.CompilerUnderTest.Outcome;

/**
 * Eclipse's compiler shows messages at declarations only: there they have the same words as with
 * javac, and tell the place in the body.
 */
final class PlacesInWordsTest {
  private static final String MARK = "/*!*/";
  private static final Pattern CLASS = Pattern.compile("^(/\\*!\\*/)?(class|interface) ");
  private static final Pattern PLACE = Pattern.compile(" \\[line (\\d+), column (\\d+): (.+)]$");

  @ParameterizedTest
  @MethodSource("org.wengert.processor.eclipse.CompilerUnderTest#eclipse")
  void everyMessageIsTheSame(CompilerUnderTest compiler, @TempDir Path directory)
      throws IOException {
    List<Refusal> refusals = Refusals.all();
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < refusals.size(); i++) {
      files.put("p" + i + ".Model", file("p" + i, refusals.get(i).compiled()));
    }
    Outcome outcome = compiler.compile(directory, files);
    List<String> wrong = new ArrayList<>();
    int places = 0;
    for (int i = 0; i < refusals.size(); i++) {
      String file = "p" + i + "/Model.java";
      List<String> said =
          outcome.errors().stream()
              .filter(error -> error.file().equals(file))
              .map(CompilerUnderTest.Said::text)
              .toList();
      String text = refusals.get(i).text().replace("p.Model", "p" + i + ".Model");
      List<String> ours =
          said.stream().filter(each -> PLACE.matcher(each).replaceFirst("").equals(text)).toList();
      if (ours.size() != 1) {
        wrong.add(refusals.get(i) + ": " + said);
        continue;
      }
      Matcher place = PLACE.matcher(ours.get(0));
      if (place.find()) {
        places++;
        if (!isMarked(files.get("p" + i + ".Model"), place)) {
          wrong.add(ours.get(0));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(places).isAtLeast(50);
  }

  private static String file(String name, String program) {
    return "package "
        + name
        + ";\nimport org.wengert.Differentiable;\n"
        + (CLASS.matcher(program).find() ? program : "class Model {\n" + program + "\n}\n");
  }

  /** javac points into an expression, at its operator; the words begin with its beginning. */
  private static boolean isMarked(String text, Matcher place) {
    String[] lines = text.split("\n");
    int line = Integer.parseInt(place.group(1)) - 1;
    int column = Integer.parseInt(place.group(2)) - 1;
    String from =
        String.join("\n", Arrays.asList(lines).subList(line, lines.length)).substring(column);
    String shown = place.group(3).replace("...", "");
    boolean isThere = from.replaceAll("\\s+", " ").startsWith(shown);
    boolean isMarkedBefore = lines[line].substring(0, column).endsWith(MARK);
    return isThere && (isMarkedBefore || from.contains(MARK));
  }
}
