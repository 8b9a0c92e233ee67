package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.wengert.processor.Diagnostics.assertErrors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.message.Message;

/**
 * Everything that the processor ever says is said by some program, in these very words, and it
 * covers the very piece of the program that is to blame. A message that is new needs a program in
 * {@link Refusals}.
 */
final class EveryMessageTest {
  /** What takes more than a program: where it is tested instead, and a piece of its text. */
  private static final Map<Message, List<String>> ELSEWHERE =
      Map.ofEntries(
          Map.entry(Message.CANNOT_WRITE, List.of("MistakesTest", "cannot be written")),
          Map.entry(Message.INTERNAL_ERROR, List.of("MistakesTest", "which is its own mistake")),
          Map.entry(
              Message.NESTED_ARRAYS_ELSEWHERE,
              List.of("acceptance/NestedElsewhereTest", "it may write")),
          Map.entry(
              Message.NESTED_ELSEWHERE,
              List.of("acceptance/NestedElsewhereTest", "write order = 2")),
          Map.entry(
              Message.NESTED_TWICE,
              List.of("acceptance/NestedElsewhereTest", "no further derivatives of the")),
          Map.entry(Message.OPTION_UNKNOWN, List.of("OptionsTest", "there is no option")),
          Map.entry(Message.OPTION_VALUE, List.of("OptionsTest", "the option -Awengert.warn")),
          Map.entry(Message.NO_PARSER, List.of("eclipse/UnreadableTest", "let it run on a JDK")),
          Map.entry(Message.NO_SOURCE, List.of("EnvironmentsTest", "comes from a class file")),
          Map.entry(Message.NO_SYNTAX_TREES, List.of("EnvironmentsTest", "read method bodies")),
          Map.entry(
              Message.RULE_INCOMPLETE, List.of("RuleErrorsTest", "has only one of the two rules")),
          Map.entry(
              Message.RULE_NEEDS_SWEEPS, List.of("RuleErrorsTest", "takes or returns arrays")),
          Map.entry(Message.RULE_NOT_CALLABLE, List.of("RuleErrorsTest", "is a derivative rule")),
          Map.entry(Message.RULE_PARAMETER, List.of("RuleErrorsTest", "has no parameter 1")),
          Map.entry(
              Message.RULE_SIGNATURE, List.of("RuleErrorsTest", "the declaration of this rule")),
          Map.entry(Message.RULE_TWICE, List.of("RuleErrorsTest", "rules for the same derivative")),
          Map.entry(
              Message.RULE_UNKNOWN_PARTIAL,
              List.of("RuleErrorsTest", "has no rule for its parameter 2")),
          Map.entry(
              Message.RULE_WITHOUT_METHOD, List.of("RuleErrorsTest", "has no static method erf")),
          Map.entry(
              Message.RUNTIME_OF_ANOTHER_VERSION,
              List.of("incremental/OtherVersionsTest", "are of different versions")),
          Map.entry(
              Message.SIBLING_LEFT_OVER,
              List.of("incremental/Scenarios", "there is still a class")),
          Map.entry(
              Message.SIBLING_OF_ANOTHER_VERSION,
              List.of("incremental/OtherVersionsTest", "another version of the processor")),
          Map.entry(
              Message.SIBLING_MISSING, List.of("acceptance/CallsBetweenFilesTest", "was compiled")),
          Map.entry(Message.SYNTAX_ERROR, List.of("eclipse/UnreadableTest", "cannot be read")));

  /** Only a Java that is newer than all known ones could have more kinds of these. */
  private static final Set<Message> OF_A_LATER_JAVA =
      EnumSet.of(Message.UNSUPPORTED_EXPRESSION, Message.UNSUPPORTED_STATEMENT);

  @ParameterizedTest
  @MethodSource("org.wengert.processor.Refusals#all")
  void isSaidAtThePlace(Refusal refusal) {
    String program = refusal.program();
    boolean isClass = Pattern.compile("^(/\\*!\\*/)?«?(class|interface) ").matcher(program).find();
    assertThat(program).contains("«");
    assertErrors(
        new WengertProcessor(),
        isClass ? program : "class Model {\n" + program + "\n}\n",
        refusal.text());
  }

  /** A case is what it is listed as; it may be in a method that is called. */
  @ParameterizedTest
  @MethodSource("org.wengert.processor.Refusals#all")
  void isThatMessage(Refusal refusal) {
    String hole = "\0";
    String pattern =
        Stream.of(refusal.message().format(hole, hole, hole, hole).split(hole, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    assertThat(refusal.text()).matches(pattern + "( \\(in .*\\))?");
  }

  /** What is wrong, then a colon or a semicolon, then what to do about it; no full stop. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REACHED_BY_CALL") // says it of another one
  void showsAWayOut(Message message) {
    assertThat(message.format("A", "B", "C", "D")).matches("([a-z\"]|A\\b|Eclipse).*[:;] .*[^. ]");
  }

  @Test
  void everyMessageHasAProgram() {
    Set<Message> said = EnumSet.copyOf(OF_A_LATER_JAVA);
    said.addAll(ELSEWHERE.keySet());
    Refusals.all().forEach(refusal -> said.add(refusal.message()));
    assertThat(said).containsExactlyElementsIn(Message.values());
  }

  @Test
  void otherMessagesAreTestedElsewhere() throws IOException {
    for (List<String> where : ELSEWHERE.values()) {
      Path test = Path.of("src/test/java/org/wengert/processor", where.get(0) + ".java");
      assertThat(Files.readString(test)).contains(where.get(1));
    }
  }
}
