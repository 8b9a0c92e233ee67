package org.wengert.processor.explain;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who opens the page, and moves about in it. */
final class PageInBrowserTest {
  private static final String MODEL =
      """
      class Model {
        @Differentiable static double f(double x, double y) {
          double a = x * y;
          return Math.sin(a) + x;
        }
        @Differentiable static double g(double[] w) {
          double sum = 0;
          for (double x : w) {
            if (x > 1) sum += x * x;
          }
          return sum;
        }
      }
      """;

  private static final String HELPERS =
      """
      const find = selector => document.querySelector('section:not([hidden]) ' + selector);
      const texts = selector => [...document.querySelectorAll('section:not([hidden]) ' + selector)].map(one => one.textContent.trim()).join(' / ');
      const point = element => element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      const press = key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const line = (pane, text) => [...document.querySelectorAll(`section:not([hidden]) ${pane} p`)].find(one => one.textContent === text);
      const lit = () => {
        print('source ' + texts('.source .lit'));
        print('tape ' + texts('.tape .here'));
        print('tangent ' + texts('.pane.tangent .lit'));
        print('adjoint ' + texts('.pane.adjoint .lit'));
        print('graph ' + texts('.graph .node.here text'));
        print('edges ' + document.querySelectorAll('section:not([hidden]) .edge.here').length);
        print('trace ' + texts('.trace .here th'));
        print('card ' + texts('.card h3') + ' / ' + texts('.card li'));
        print('expression ' + [...CSS.highlights.get('expression')].map(String).join('…'));
      };
      """;

  private static final List<String> PRODUCT_LIT =
      List.of(
          "source double a = x * y;",
          "tape a = x * y",
          "tangent a = x * y / t1 = xDot * y / t2 = yDot * x / aDot = t1 + t2",
          "adjoint a = x * y / t2 = aBar * y / xBar = resultBar + t2 / yBar = aBar * x",
          "graph a / 6",
          "edges 2",
          "trace a",
          "card a = x * y = 6 / ∂a/∂x = y = 3 / ∂a/∂y = x = 2 / xBar += y * aBar = 2.88051"
              + " / yBar += x * aBar = 1.92034",
          "expression x * y");

  @TempDir Path directory;

  @Test
  void pointingLightsWhatBelongsTogether() {
    assertAlwaysTheProduct(
        "point(line('.tape', 'a = x * y'));",
        "point(find('.node[data-n=\"2\"]'));",
        "point(find('tr[data-n=\"2\"] td'));",
        "point(find('.source [data-l=\"5\"]'));",
        "point(line('.pane.adjoint', 'yBar = aBar * x'));");
  }

  @Test
  void keysDoWhatPointingDoes() {
    assertAlwaysTheProduct(
        "find('.tape p[data-l]').focus();",
        "find('.node').focus(); press('ArrowDown'); press('ArrowDown');",
        "find('tbody tr').focus(); for (let i = 0; i < 3; i++) press('ArrowDown'); press('ArrowUp');");
  }

  /** Each is done after something else has been lit. */
  private void assertAlwaysTheProduct(String... actions) {
    StringBuilder script = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (String action : actions) {
      script.append("point(line('.tape', 'v2 = v1 + x'));\n").append(action).append(" lit();\n");
      expected.addAll(PRODUCT_LIT);
    }
    assertThat(run(MODEL, script.toString())).isEqualTo(expected);
  }

  @Test
  void oneStopForTheTabKeyInEveryArea() {
    assertThat(
            run(
                MODEL,
                "find('.tape p[data-l]').focus(); press('ArrowDown'); press('ArrowDown');"
                    + " for (const area of document.querySelectorAll('section:not([hidden]) .lines, .graph, .trace'))"
                    + " print(area.querySelectorAll('[tabindex=\"0\"]').length);"))
        .containsExactly("1", "1", "1", "1", "1", "1");
  }

  @Test
  void theTextbooksTables() {
    assertThat(
            run(
                MODEL,
                "document.querySelectorAll('section:not([hidden]) tbody tr').forEach(row =>"
                    + " print([...row.cells].map(cell => cell.textContent).join(' | ')));"))
        .containsExactly(
            " | x | input | 2 | 1, since it moves | 1 | v2Bar + y * aBar | 3.88051",
            " | y | input | 3 | 0 | 0 | x * aBar | 1.92034",
            "5 | a | = x * y | 6 | y * xDot + x * yDot | 3 | cos(a) * v1Bar | 0.96017",
            "6 | v1 | = sin(a) | -0.279415 | cos(a) * aDot | 2.88051 | v2Bar | 1",
            "6 | v2 | = v1 + x | 1.72058 | v1Dot + xDot | 3.88051 | 1, the seed | 1")
        .inOrder();
  }

  @Test
  void numbersThatAreTyped() {
    assertThat(
            run(
                MODEL,
                """
                const type = (field, text) => {
                  field.value = text;
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                };
                type(find('input[name=y]'), '0');
                type(find('select.by'), 'y');
                print(texts('.verdict b data, .verdict .right data'));
                print(location.hash);
                type(find('input[name=y]'), 'three');
                print(texts('.verdict'));
                document.querySelector('nav [data-method="1"]').click();
                print(texts('.verdict b:first-child'));
                print(texts('.remark'));
                type(find('input[name=w]'), '2, -1');
                print(texts('.verdict b:first-child'));
                """))
        .containsExactly(
            "2 / 2 / 2",
            "#method=f&x=2&y=0&by=y&of=result",
            "This is not what the parameter takes. An array is written as 1, 2, 3, and one of several"
                + " dimensions as [1, 2], [3, 4].",
            "result = 8.5",
            "line 10: iteration 1 / line 11: the condition does not hold / line 10: iteration 2 / line 11:"
                + " the condition holds / line 10: iteration 3 / line 11: the condition holds",
            "result = 4")
        .inOrder();
  }

  @Test
  void valuesOfAllTypes() {
    assertThat(
            run(
                """
                class Model {
                  static final double[] WEIGHTS = {1, 2};
                  @Differentiable static double f(double x, long[] n, boolean b, char c, float[][] w, Object o, String s) {
                    return (b ? x : -x) * (n[0] - 9007199254740990L) * c + w[1][0] * WEIGHTS[0];
                  }
                }
                """,
                """
                const type = (field, text) => {
                  field.value = text;
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                };
                print([...document.querySelectorAll('.controls input')].map(({ name, value, disabled }) => name + ' ' + value + (disabled ? ', disabled' : '')).join(' / '));
                type(find('input[name=n]'), '9007199254740993, 0');
                type(find('input[name=b]'), 'false');
                type(find('input[name=w]'), '[1], [0.1]');
                print(texts('.verdict b:first-child data'));
                print(document.querySelector('.verdict data').value);
                """))
        .containsExactly(
            "x 2 / n 0, 1, 2 / b true / c 3 / w [0.5, 1.5, 2.5], [3.5, 4.5, 5.5], [6.5, 7.5, 8.5] / o null,"
                + " disabled / s  / p.Model.WEIGHTS 0.5, 1.5, 2.5",
            "-17.95",
            "" + (-2.0 * 3 * 3 + 0.1f * 0.5))
        .inOrder();
  }

  @Test
  void arraysAreLongEnoughToBeginWith() {
    assertThat(
            run(
                "class Model { @Differentiable static double f(double[] x, double[] y) { return x[0] * y[6]; } }",
                "print(texts('.verdict b:first-child')); print(find('input').value);"))
        .containsExactly("result = 3.25", "0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5")
        .inOrder();
  }

  @Test
  void manyOperations() {
    String model =
        """
        class Model {
          @Differentiable static double f(double x, double y) {
        %s    return x;
          }
        }
        """
            .formatted("    x = Math.sin(x) * 0.5 + y * x;\n".repeat(500));
    List<String> printed =
        run(
            model,
            """
            document.body.getBoundingClientRect();
            const milliseconds = performance.now();
            print(Math.round(milliseconds));
            print(document.querySelectorAll('.tape p[data-o]').length);
            print(texts('.graph p'));
            print(document.querySelectorAll('.trace tbody tr').length);
            find('.all').click();
            print(document.querySelectorAll('.trace tbody tr').length);
            point(document.querySelectorAll('.tape p[data-o]')[1000]);
            print(texts('.graph p'));
            print(document.querySelectorAll('.node').length);
            """);
    System.out.printf("a page of 2,000 operations is there after %s ms%n", printed.get(0));
    assertThat(printed.subList(1, printed.size()))
        .containsExactly(
            "2000",
            "The graph has 2,002 nodes. This is the neighbourhood of x501; point at another step to see"
                + " its own.",
            "400",
            "2002",
            "The graph has 2,002 nodes. This is the neighbourhood of v751; point at another step to see"
                + " its own.",
            "24")
        .inOrder();
  }

  @Test
  void namesAndTextsThatLookLikeMarkup() {
    assertThat(
            run(
                """
                class Model {
                  /** Not in the excerpt. */
                  @Differentiable static double f(double x, String text) {
                    if (x < 0 && text.equals("</script><b>&amp;")) return x; // <i>
                    return x * 2;
                  }
                }
                """,
                "print(texts('.source p')); print(document.querySelectorAll('.source p > *').length);"))
        .containsExactly(
            "@Differentiable static double f(double x, String text) { /"
                + " if (x < 0 && text.equals(\"</script><b>&amp;\")) return x; // <i> / return x * 2; / }",
            "0")
        .inOrder();
  }

  private List<String> run(String model, String script) {
    return Browser.in(directory).run(Pages.of(model), HELPERS + script);
  }
}
