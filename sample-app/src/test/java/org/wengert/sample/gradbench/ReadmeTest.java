package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's session runs as it says. */
final class ReadmeTest {

  private static final Pattern SECTION = Pattern.compile("(?ms)^## GradBench$(.*?)^## ");
  private static final Pattern SESSION = Pattern.compile("(?s)```text\n(.*?)```");
  private static final Pattern MODULES = Pattern.compile("The modules are (`[^.]*)\\.");
  private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
  private static final Pattern NANOSECONDS = Pattern.compile("(\"nanoseconds\":)\\d+");

  @Test
  void sessionRuns() throws IOException {
    List<String> session = found(SESSION).lines().toList();
    String[] messages = withPrefix(session, "> ").toArray(String[]::new);
    assertThat(messages).isNotEmpty();
    assertThat(
            Conversation.answers(messages).stream()
                .map(line -> NANOSECONDS.matcher(line).replaceAll("$141"))
                .toList())
        .containsExactlyElementsIn(withPrefix(session, "< "))
        .inOrder();
  }

  @Test
  void modulesAreAnswered() throws IOException {
    List<String> named =
        QUOTED.matcher(found(MODULES)).results().map(result -> result.group(1)).toList();
    assertThat(named).containsExactlyElementsIn(Fixture.MODULES).inOrder();
    for (String module : named) {
      assertThat(Modules.find(module).name()).isEqualTo(module);
    }
  }

  @Test
  void commandNamesTheClass() throws IOException {
    assertThat(section()).contains(".jar " + GradBench.class.getName() + "\n");
  }

  private static List<String> withPrefix(List<String> lines, String prefix) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private static String found(Pattern pattern) throws IOException {
    return find(pattern, section());
  }

  private static String section() throws IOException {
    return find(SECTION, Files.readString(Path.of("..", "README.md")));
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
