package org.wengert.processor.layout;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.Collections.nCopies;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.processor.eclipse.CompilerUnderTest;
import org.wengert.processor.eclipse.Examples;

/** Lines are broken where google-java-format breaks them, to the last blank. */
final class LayoutTest {
  private static final int RANDOM_CLASSES = Integer.getInteger("wengert.programs", 40);
  private static final long SEED = Long.getLong("wengert.seed", 1);

  @TempDir private Path directory;

  @Test
  void ofRandomCode() throws Exception {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < RANDOM_CLASSES; i++) {
      sources.put("R" + i + ".java", RandomCode.ofClass("R" + i, SEED + i));
    }
    sources.put("Widths.java", ofAllWidths());
    Map<String, String> expected = GoogleJavaFormat.format(directory.resolve("formatted"), sources);
    sources.forEach(
        (file, source) ->
            assertWithMessage("seed %s, %s", SEED, file)
                .that(Layout.of(source))
                .isEqualTo(expected.get(file)));
  }

  /** Comments, lists and types that just fit, and just do not. */
  private static String ofAllWidths() {
    StringBuilder code = new StringBuilder("final class Widths {\n");
    for (int width = 1; width <= 100; width++) {
      String name = "a".repeat(width);
      String type = "A".repeat(width);
      code.append("  /**\n   * %s\n   */\n".formatted(name));
      code.append("  void m%d() {\n".formatted(width));
      code.append("    %s = call(%s);\n".formatted(name, String.join(", ", nCopies(12, name))));
      code.append("    b = %s;\n".formatted(String.join(" + ", nCopies(15, name))));
      code.append("    A.%s[] %s = call(%s);\n".formatted(type, name, name));
      code.append("    %s.e.f(g).h(%s).i(j);\n".formatted(name, name));
      code.append(width < 100 ? "  }\n\n" : "  }\n");
    }
    return code.append("}\n").toString();
  }

  @Test
  void ofGeneratedCode() throws Exception {
    Map<String, String> examples = new TreeMap<>(Examples.catalogue());
    examples.putAll(Examples.samples());
    Map<String, String> generated =
        CompilerUnderTest.javac().compile(directory.resolve("compiled"), examples).generated();
    assertThat(generated.size()).isAtLeast(90);
    Map<String, String> expected =
        GoogleJavaFormat.format(directory.resolve("formatted"), generated);
    generated.forEach(
        (file, source) -> assertWithMessage(file).that(source).isEqualTo(expected.get(file)));
  }

  /** Random code once showed these to be wrong, in one of some hundred classes each. */
  @Test
  void ofLongChains() {
    String last = "(argumentNumberOne, argumentNumberTwo, argumentNumberThree, four);";
    String source =
        "    anArrayOfObjectsWithAVeryLongNameIndeed[firstIndexWithALongName][secondIndex]"
            + (".aMemberOfItWithALongName.call" + last + "\n")
            + "    b.r.combined(firstArgumentName, secondArgumentName)"
            + ".andThen(thirdArgumentName, fourthArgumentName);\n";
    assertThat(Layout.of(source))
        .isEqualTo(
            """
                anArrayOfObjectsWithAVeryLongNameIndeed[firstIndexWithALongName][secondIndex]
                    .aMemberOfItWithALongName.call(
                    argumentNumberOne, argumentNumberTwo, argumentNumberThree, four);
                b.r
                    .combined(firstArgumentName, secondArgumentName)
                    .andThen(thirdArgumentName, fourthArgumentName);
            """);
  }

  @Test
  void putsTogetherWhatIsBrokenAlready() {
    String source =
        """
        @Mark(
            of = "A",
            protocol = 1
        )
        final class A {
          private A() {
          }

          /**
           * Sum.
           */
          static double f(double x,
              double y) {
            throw new IllegalStateException("a;\\n"
                + "b {");
            b.c()
                .d(1)
                .e();
          }
        }
        """;
    assertThat(Layout.of(source))
        .isEqualTo(
            """
            @Mark(of = "A", protocol = 1)
            final class A {
              private A() {}

              /** Sum. */
              static double f(double x, double y) {
                throw new IllegalStateException("a;\\n" + "b {");
                b.c().d(1).e();
              }
            }
            """);
  }

  @Test
  void leavesOutWhatIsImportedAnyway() {
    String source =
        """
        package p;

        import java.lang.Math;
        import java.lang.String;
        import java.lang.invoke.MethodHandles;
        import java.util.Arrays;

        final class A {
        }
        """;
    assertThat(Layout.of(source))
        .isEqualTo(
            """
            package p;

            import java.lang.invoke.MethodHandles;
            import java.util.Arrays;

            final class A {}
            """);
  }

  @Test
  void leavesLinesThatItCannotReadAsTheyAre() {
    String line = "  int " + "x".repeat(100) + " = a -> { b(); } ;\n";
    assertThat(Layout.of(line)).isEqualTo(line);
  }
}
