package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final Pattern PLACE = Pattern.compile(" \\[line (\\d+), column (\\d+): .+]$");

  @ParameterizedTest
  @MethodSource("org.wengert.processor.eclipse.CompilerUnderTest#eclipse")
  void everyMessageIsTheSame(CompilerUnderTest compiler, @TempDir Path directory)
      throws IOException {
    List<Refusal> refusals = Refusals.all();
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < refusals.size(); i++) {
      files.put("p" + i + ".Model", file("p" + i, refusals.get(i).program()));
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
      String text = refusals.get(i).text();
      List<String> ours =
          said.stream().filter(each -> PLACE.matcher(each).replaceFirst("").equals(text)).toList();
      if (ours.size() != 1) {
        wrong.add(refusals.get(i) + ": " + said);
        continue;
      }
      Matcher place = PLACE.matcher(ours.get(0));
      if (place.find()) {
        places++;
        String found = place.group(1) + ":" + place.group(2);
        String expected = marked(files.get("p" + i + ".Model"));
        if (!found.equals(expected)) {
          wrong.add(ours.get(0) + " should be at " + expected);
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

  /** The first place that is marked, as the end of the mark. */
  private static String marked(String text) {
    int place = text.indexOf(MARK) + MARK.length();
    long line = text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (place - text.lastIndexOf('\n', place - 1));
  }
}
