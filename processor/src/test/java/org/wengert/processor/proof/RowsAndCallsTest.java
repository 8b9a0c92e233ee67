package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random programs do with rows and calls what they are meant to test. */
class RowsAndCallsTest {
  private static final List<Program> PROGRAMS =
      LongStream.rangeClosed(1, 1000).mapToObj(seed -> Programs.of(seed, "f", 0)).toList();

  /** In how many programs there is a method with such a node. */
  private static int count(BiPredicate<Method, Node> wanted) {
    return (int)
        PROGRAMS.stream()
            .filter(
                program ->
                    program.methods().stream()
                        .anyMatch(method -> has(method, method.body(), wanted)))
            .count();
  }

  private static boolean has(Method method, Node node, BiPredicate<Method, Node> wanted) {
    return wanted.test(method, node)
        || node.children().stream().anyMatch(child -> has(method, child, wanted));
  }

  private static boolean putsRow(Method method, Node node) {
    return node instanceof Assign assign
        && assign.target() instanceof Element element
        && element.type().isArray()
        && method.parameters().contains(element.array());
  }

  @Test
  void rowsOfParametersAreReplaced() {
    assertThat(count(RowsAndCallsTest::putsRow)).isAtLeast(20);
  }

  @Test
  void rowsOfParametersAreExchanged() {
    int exchanged =
        count(
            (method, node) ->
                node instanceof Block block
                    && block.statements().size() == 3
                    && block.statements().get(0) instanceof Local
                    && block.statements().stream()
                        .skip(1)
                        .allMatch(
                            statement ->
                                statement instanceof Do step
                                    && putsRow(method, step.expression())));
    assertThat(exchanged).isAtLeast(5);
  }

  @Test
  void threeDimensions() {
    assertThat(
            count((method, node) -> node.construct().equals("assign = to element of double[][]")))
        .isAtLeast(20);
    for (String construct :
        List.of(
            "element of double[][][]",
            "local double[][][]",
            "new double[][][]",
            "new double[][][] of elements",
            "new double[][][] of nulls",
            "new double[][] of nulls",
            "for each of double[][][]",
            "assign = to element of double[][][]",
            "same double[]",
            "same double[][]",
            "not the same double[]",
            "same null",
            "not the same null",
            "null for double[]",
            "null for double[][]",
            "CLONE double[][]",
            "CLONE double[][][]")) {
      assertWithMessage(construct)
          .that(count((method, node) -> node.construct().equals(construct)))
          .isAtLeast(2);
    }
  }

  @Test
  void slices() {
    int locals =
        count(
            (method, node) ->
                node instanceof Local local
                    && local.variable().type() == Type.MATRIX
                    && local.first() instanceof Element);
    assertThat(locals).isAtLeast(5);
    int passed =
        count(
            (method, node) ->
                node instanceof Call call
                    && call.arguments().stream()
                        .anyMatch(it -> it instanceof Element && it.type().isArray()));
    assertThat(passed).isAtLeast(5);
  }

  private static boolean recurses(Method method, Node node) {
    return node instanceof Call call && call.name().equals(method.name());
  }

  @Test
  void methodsThatCallThemselves() {
    for (Type type : List.of(Type.DOUBLE, Type.DOUBLES, Type.VOID, Type.INT)) {
      assertWithMessage(type.toString())
          .that(count((method, node) -> recurses(method, node) && method.type() == type))
          .isAtLeast(5);
    }
    assertThat(count((method, node) -> recurses(method, node) && method.isAnnotated()))
        .isAtLeast(50);
    for (Type type : List.of(Type.DOUBLES, Type.MATRIX, Type.CUBE)) {
      int taking =
          count(
              (method, node) ->
                  recurses(method, node)
                      && method.parameters().stream().anyMatch(it -> it.type() == type));
      assertWithMessage(type.toString()).that(taking).isAtLeast(5);
    }
  }

  @Test
  void methodsThatCallEachOther() {
    int mutual = 0;
    for (Program program : PROGRAMS) {
      boolean found =
          program.methods().stream()
              .anyMatch(
                  method ->
                      has(
                          method,
                          method.body(),
                          (caller, node) ->
                              node instanceof Call call
                                  && !call.name().equals(caller.name())
                                  && calls(program.method(call.name()), caller)));
      mutual += found ? 1 : 0;
    }
    assertThat(mutual).isAtLeast(20);
  }

  private static boolean calls(Method caller, Method callee) {
    return has(
        caller,
        caller.body(),
        (method, node) -> node instanceof Call call && call.name().equals(callee.name()));
  }

  @Test
  void helpersReturnWhatElseJavaHas() {
    for (Type type : List.of(Type.DOUBLES, Type.MATRIX, Type.CUBE, Type.INTS, Type.BOOLEAN)) {
      assertWithMessage(type.toString())
          .that(count((method, node) -> node.construct().equals("call of " + type)))
          .isAtLeast(1);
    }
  }

  private static boolean isElsewhere(Node node, Type result) {
    return node.construct().equals("call of " + result + " elsewhere");
  }

  private static boolean passes(Node node, Type type) {
    return node instanceof Call call
        && call.owner().equals(Batch.OTHER)
        && call.arguments().stream().anyMatch(argument -> argument.type() == type);
  }

  @Test
  void callsOfOtherClasses() {
    for (Type type : List.of(Type.DOUBLE, Type.DOUBLES, Type.VOID, Type.FLOAT)) {
      assertWithMessage(type.toString())
          .that(count((method, node) -> isElsewhere(node, type)))
          .isAtLeast(5);
    }
    for (Type type : List.of(Type.DOUBLES, Type.MATRIX, Type.CUBE)) {
      assertWithMessage(type.toString())
          .that(count((method, node) -> passes(node, type)))
          .isAtLeast(5);
    }
  }

  /** The depth of both is less by one or two at every call. */
  @Test
  void classesThatCallEachOther() {
    int back =
        count((method, node) -> node instanceof Call call && call.owner().equals(Batch.HOME));
    assertThat(back).isAtLeast(10);
  }

  @Test
  void calleesHaveConstantParameters() {
    long constants =
        PROGRAMS.stream()
            .filter(
                program ->
                    program.methods().stream()
                        .anyMatch(
                            method -> method.elsewhere() && method.annotation().contains("wrt")))
            .count();
    assertThat(constants).isAtLeast(20);
  }

  private static boolean lends(Method method, Node node) {
    return passes(node, Type.DOUBLES)
        && ((Call) node)
            .arguments().stream()
                .anyMatch(
                    argument ->
                        argument instanceof Variable variable
                            && variable.type() == Type.DOUBLES
                            && method.parameters().contains(variable)
                            && !Shape.isActive(method, variable));
  }

  @Test
  void constantsAreLent() {
    assertThat(count(RowsAndCallsTest::lends)).isAtLeast(2);
  }

  /** A program that calls what its own first class does is compiled at once, or not at all. */
  @Test
  void otherClassesAreCompiledBefore() {
    Method main =
        new Method(
            "", false, Type.INT, "f", List.of(), Block.of(new Return(Optional.of(Constant.of(1)))));
    Expr back = new Call(Type.INT, Batch.HOME, "f", List.of());
    Method other =
        new Method("", true, Type.INT, "g", List.of(), Block.of(new Return(Optional.of(back))));
    List<Method> methods = List.of(main, other);
    assertThat(Batch.isValid(new Program(0, List.of(), List.of(), methods))).isTrue();
    assertThat(Batch.isValid(new Program(1, List.of(), List.of(), methods))).isFalse();
  }
}
