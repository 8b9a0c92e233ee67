package org.wengert.processor.explain;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page holds before any script runs: all listings, and nothing from elsewhere. */
final class PageTest {
  private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)[^>]*>");
  private static final Pattern LINE = Pattern.compile("<p( [^>]*)?>([^<]*)</p>");

  private static final String MODEL =
      """
      class Model {
        static final double HALF = 0.5;

        /** Half a loop. */
        @Differentiable static double f(double x, double[] w, int n) {
          double sum = 0;
          for (int i = 0; i < n; i++) {
            sum = w[i] < 0 ? sum - helper(w[i]) : sum + HALF * x;
          }
          return sum;
        }

        static void unrelated() {}

        static double helper(double y) {
          return y * y; // a "square" <&>
        }
      }
      """;

  private static final String PAGE = Pages.of(MODEL);

  @Test
  void source() {
    assertThat(lines("source"))
        .containsExactly(
            "@Differentiable static double f(double x, double[] w, int n) {",
            "  double sum = 0;",
            "  for (int i = 0; i &lt; n; i++) {",
            "    sum = w[i] &lt; 0 ? sum - helper(w[i]) : sum + HALF * x;",
            "  }",
            "  return sum;",
            "}",
            "⋮",
            "static double helper(double y) {",
            "  return y * y; // a &quot;square&quot; &lt;&amp;&gt;",
            "}")
        .inOrder();
  }

  @Test
  void tape() {
    assertThat(lines("tape"))
        .containsExactly(
            "f(x, w, n)",
            "sum, i ← 0, 0",
            "repeat",
            "v1 = i &lt; n",
            "while (v1)",
            "y = w[i]",
            "v2 = y &lt; 0",
            "if (v2)",
            "v3 = y * y",
            "v4 = sum - v3",
            "sum2 ← v4",
            "else",
            "v5 = 0.5 * x",
            "v6 = sum + v5",
            "sum2 ← v6",
            "i2 = i + 1",
            "sum, i ← sum2, i2",
            "return sum")
        .inOrder();
  }

  /** By these, lines of the panes find each other. */
  @Test
  void places() {
    String square = line("tape", "v3 = y * y");
    assertThat(square).contains("data-l=\"18\"");
    int start = Integer.parseInt(attribute(square, "data-s"));
    int end = Integer.parseInt(attribute(square, "data-e"));
    String file = "package p;\nimport org.wengert.*;\n" + MODEL;
    assertThat(file.substring(start, end)).isEqualTo("y * y");
    assertThat(line("adjoint", "v3 = y * y")).contains("data-s=\"" + start + "\"");
    assertThat(line("source", "  return y * y; // a &quot;square&quot; &lt;&amp;&gt;"))
        .contains("data-l=\"18\" data-s=\"" + (start - "  return ".length()) + "\"");
  }

  @Test
  void derivatives() {
    assertThat(lines("tangent").get(0)).isEqualTo("fJvp(x, xDot, w, wDot, n)");
    assertThat(lines("tangent"))
        .containsAtLeast("v3 = y * y", "t1 = yDot * y", "t2 = t1 + t1")
        .inOrder();
    assertThat(lines("adjoint").get(0)).isEqualTo("fVjp(x, w, wBar, n, resultBar)");
    assertThat(lines("adjoint").stream().filter(line -> line.startsWith("return "))).hasSize(1);
  }

  @Test
  void completeInItself() {
    assertThat(PAGE).doesNotContainMatch("https?:|src=|href=|url\\(|@import|import\\(|fetch\\(");
  }

  @Test
  void wellFormed() {
    Deque<String> open = new ArrayDeque<>();
    String body = PAGE.substring(PAGE.indexOf("<header>"), PAGE.indexOf("<script"));
    Matcher tag = TAG.matcher(body);
    while (tag.find()) {
      if (tag.group(1).isEmpty()) {
        open.push(tag.group(2));
      } else {
        assertWithMessage(tag.group()).that(open.pop()).isEqualTo(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void scriptsEndWhereTheyShould() {
    assertThat(PAGE.split("</script>", -1)).hasLength(3);
    String page =
        Pages.of(
            "class Model { @Differentiable static double f(double x) { if (x < 0) throw new IllegalStateException(\"</script>\"); return x; } }");
    assertThat(page.split("</script>", -1)).hasLength(3);
  }

  @Test
  void deterministic() {
    assertThat(Pages.of(MODEL)).isEqualTo(PAGE);
  }

  @Test
  void expressions() {
    String page =
        Pages.of(
            """
            class Model {
              @Differentiable static double f(double x, double y, int n) {
                return Math.max(-x, (x - y) - (y - x) * (x + 1)) / (double) (n << 2) + 1e-3 * Math.pow(y, -2.5) / y;
              }
            }
            """);
    assertThat(lines(page, "tape"))
        .containsAtLeast("v1 = -x", "v4 = x + 1", "v7 = max(v1, v6)", "v9 = (double) v8")
        .inOrder();
    List<String> slopes =
        Pattern.compile("\"text\":\"([^\"]*)\"")
            .matcher(page)
            .results()
            .map((MatchResult found) -> found.group(1))
            .distinct()
            .toList();
    assertThat(slopes)
        .containsExactly(
            "-1",
            "1",
            "{1}",
            "{0}",
            "{0} \\u003c {1} ? 0 : {0} == {1} ? 0.5 : 1",
            "{1} \\u003c {0} ? 0 : {0} == {1} ? 0.5 : 1",
            "-2.5 * pow({0}, -3.5)",
            "0.001",
            "1 / {1}",
            "-(1 / {1} * {r})");
  }

  private static ImmutableList<String> lines(String pane) {
    return lines(PAGE, pane);
  }

  private static ImmutableList<String> lines(String page, String pane) {
    return LINE.matcher(html(page, pane))
        .results()
        .map(line -> line.group(2))
        .collect(ImmutableList.toImmutableList());
  }

  private static String line(String pane, String text) {
    return html(PAGE, pane)
        .lines()
        .filter(line -> line.endsWith(">" + text + "</p>"))
        .findFirst()
        .orElseThrow();
  }

  private static String html(String page, String pane) {
    int start = page.indexOf("<figure class=\"pane " + pane + "\">");
    return page.substring(start, page.indexOf("</figure>", start));
  }

  private static String attribute(String line, String name) {
    int start = line.indexOf(name + "=\"") + name.length() + 2;
    return line.substring(start, line.indexOf('"', start));
  }
}
