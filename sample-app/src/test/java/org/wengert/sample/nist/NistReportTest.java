package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NistReportTest {

  @Test
  void theTableHasALineForEachStart() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new NistReport(out, new JacobianTimer(0, 1)).run();
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    for (Problem problem : Problem.all()) {
      String name = problem.data().name();
      List<String> rows =
          lines.stream()
              .filter(line -> line.matches(name + " +" + problem.data().level() + " +[12] .*"))
              .toList();
      assertThat(rows).hasSize(2);
      // The first line of a data set ends with the times and their ratio.
      assertThat(rows.get(0)).matches(".* us +[0-9.]+ us +[0-9.]+");
    }
  }
}
