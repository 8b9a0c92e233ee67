package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of errors shows what Maven and Eclipse's compiler print on its programs. Its prose and
 * its programs are written by hand; what is printed, by this test.
 */
final class ErrorsPageIT {
  private static final Path PAGE = Path.of("ERRORS.md");
  private static final Path REPOSITORY = Path.of("target", "users-repository");
  private static final String UPDATE = "wengert.errors.update";
  private static final String USERS_PROJECT = "/home/you/demo";
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?final class (\\w+)");

  /** The errors, each once; after them Maven says them all again. */
  private static final Pattern ERROR = Pattern.compile("(?m)^\\[ERROR\\] (/.*)\\n");

  @TempDir private Path project;

  @Test
  void showsWhatIsPrinted() throws IOException {
    Page page = Page.read(PAGE);
    Path sources = Files.createDirectories(project.resolve(Path.of("src", "main", "java", "demo")));
    for (String program : page.code("java")) {
      Files.writeString(sources.resolve(name(program) + ".java"), program);
    }
    Files.writeString(
        project.resolve("pom.xml"), Page.readme().section("A first gradient").code("xml").get(0));
    String maven = anywhere(Maven.with(REPOSITORY).failure(project, List.of("-q", "compile")));
    String expected =
        page.sections().stream()
            .map(section -> section.code("java").isEmpty() ? section : shown(section, maven))
            .map(section -> String.join("\n", section.lines()) + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(PAGE, expected);
    }
    assertWithMessage("write the page anew by mvn verify -D%s=true", UPDATE)
        .that(Files.readString(PAGE))
        .isEqualTo(expected);
  }

  /** The section with what is printed on its programs. */
  private Page shown(Page section, String maven) {
    List<String> names = section.code("java").stream().map(ErrorsPageIT::name).toList();
    String errors =
        ERROR
            .matcher(maven.substring(0, maven.indexOf("Failed to execute goal")))
            .results()
            .filter(
                error -> names.stream().anyMatch(name -> error.group(1).contains("/" + name + ".")))
            .map(error -> error.group())
            .collect(Collectors.joining());
    assertThat(errors).isNotEmpty();
    return section.withCode("text", List.of(errors, eclipse(names)));
  }

  private String eclipse(List<String> names) throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      files.add(project.resolve(Path.of("src", "main", "java", "demo", name + ".java")).toString());
    }
    return anywhere(EclipseCompiler.output(project.resolve("eclipse"), files));
  }

  private String anywhere(String output) {
    return output.replace(project.toString(), USERS_PROJECT);
  }

  private static String name(String program) {
    return TYPE.matcher(program).results().findFirst().orElseThrow().group(1);
  }
}
