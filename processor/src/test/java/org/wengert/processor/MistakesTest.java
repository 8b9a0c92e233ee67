package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mistake of the processor's own, of whatever kind, is one error at the method that it fails on,
 * and no harm to other methods and classes.
 */
final class MistakesTest {
  private static final List<String> FILES =
      List.of(
          """
          package p;
          final class Good {
            @org.wengert.Differentiable static double f(double x) { return x * x; }
          }
          """,
          """
          package p;
          final class Model {
            static final double BAD = Math.sqrt(2);
            @org.wengert.Differentiable static double f(double x) { return x * x; }
            @org.wengert.Differentiable static double g(double x) { return x * BAD; }
            @org.wengert.Differentiable static double h(double x) { return x * x; }
          }
          """,
          """
          package p;
          final class Other {
            @org.wengert.Differentiable static double f(double x) { return x * x; }
          }
          """);

  static Stream<Supplier<Throwable>> mistakes() {
    return Stream.of(
        () -> new IllegalStateException("no\nreason"),
        () -> new NullPointerException(),
        () -> new AssertionError("never"),
        () -> new LinkageError("gone"),
        () -> new StackOverflowError(),
        () -> new OutOfMemoryError("Java heap space"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void inOneMethod(Supplier<Throwable> mistake) {
    Failing processor = new Failing("getPackageOf", "BAD", mistake);
    Compilation compilation = compile(processor);
    assertThat(messages(compilation)).hasSize(1);
    String text = String.valueOf(mistake.get()).lines().findFirst().orElseThrow();
    assertThat(messages(compilation).get(0))
        .matches(
            "\\QModel.java:5:45: the processor failed on g, which is its own mistake: please report"
                + " it, with the method and this text: "
                + text
                + "\\E at MistakesTest\\.java:\\d+");
    assertThat(processor.generated)
        .containsExactly("p.GoodDerivatives", "p.ModelDerivatives", "p.OtherDerivatives");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void inTheClassThatIsWritten(Supplier<Throwable> mistake) {
    Failing processor = new Failing("createSourceFile", "p.ModelDerivatives", mistake);
    Compilation compilation = compile(processor);
    assertThat(messages(compilation)).hasSize(1);
    assertThat(messages(compilation).get(0))
        .startsWith("Model.java:4:45: the processor failed on f, which is its own mistake: ");
    assertThat(processor.generated).containsExactly("p.GoodDerivatives", "p.OtherDerivatives");
  }

  @Test
  void classesThatCannotBeWritten() {
    Failing processor =
        new Failing("createSourceFile", "p.ModelDerivatives", () -> new IOException("disk full"));
    Compilation compilation = compile(processor);
    assertThat(messages(compilation))
        .containsExactly("Model.java:2:7: the class ModelDerivatives cannot be written: disk full");
    assertThat(processor.generated).containsExactly("p.GoodDerivatives", "p.OtherDerivatives");
  }

  /** Not injected: a method that is nested too deeply for what is left of the stack. */
  @Test
  void stackOverflow() {
    String deep = "-(".repeat(3000) + "x" + ")".repeat(3000);
    String source = FILES.get(1).replace("x * BAD", deep);
    SmallStack processor = new SmallStack();
    Compilation[] compilation = new Compilation[1];
    Thread thread =
        new Thread(
            null,
            () -> compilation[0] = compile(processor, FILES.get(0), source, FILES.get(2)),
            "large stack",
            1L << 29);
    thread.start();
    join(thread);
    assertThat(messages(compilation[0])).isNotEmpty();
    for (String message : messages(compilation[0])) {
      assertThat(message)
          .matches(
              "Model.java:\\d+:\\d+: the processor failed on .,.*: java.lang.StackOverflowError.*");
    }
    assertThat(processor.generated).containsAtLeast("p.GoodDerivatives", "p.OtherDerivatives");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Compilation compile(AbstractProcessor processor) {
    return compile(processor, FILES.toArray(String[]::new));
  }

  private static Compilation compile(AbstractProcessor processor, String... files) {
    return Compiler.javac()
        .withProcessors(processor)
        .compile(
            Stream.of(files)
                .map(
                    file ->
                        JavaFileObjects.forSourceString(
                            "p." + file.replaceAll("(?s).*?class (\\w+).*", "$1"), file))
                .toList());
  }

  private static List<String> messages(Compilation compilation) {
    return compilation.errors().stream()
        .map(
            error ->
                error.getSource().getName().replaceAll(".*/", "")
                    + ":"
                    + error.getLineNumber()
                    + ":"
                    + error.getColumnNumber()
                    + ": "
                    + error.getMessage(Locale.ROOT))
        .toList();
  }

  /** A processor whose environment fails where it is asked for one thing. */
  private static final class Failing extends Delegating {
    private final String method;
    private final String argument;
    private final Supplier<Throwable> mistake;

    Failing(String method, String argument, Supplier<Throwable> mistake) {
      this.method = method;
      this.argument = argument;
      this.mistake = mistake;
    }

    @Override
    void asked(String name, Object[] arguments) throws Throwable {
      if (name.equals(method) && arguments[0].toString().equals(argument)) {
        throw mistake.get();
      }
    }
  }

  /** A processor that is called with little of the stack left. */
  private static final class SmallStack extends Delegating {
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      Thread thread =
          new Thread(null, () -> super.process(annotations, round), "small stack", 1L << 18);
      thread.start();
      join(thread);
      return true;
    }
  }

  private static class Delegating extends AbstractProcessor {
    private final WengertProcessor processor = new WengertProcessor();
    final List<String> generated = new ArrayList<>();

    /** What the environment does before it answers. */
    void asked(String method, Object[] arguments) throws Throwable {}

    private ProcessingEnvironment changed(ProcessingEnvironment environment) {
      return new ChangedEnvironment(
          environment,
          asked(Elements.class, environment.getElementUtils()),
          asked(Filer.class, environment.getFiler()));
    }

    private <T> T asked(Class<T> type, T object) {
      InvocationHandler handler =
          (proxy, method, arguments) -> {
            asked(method.getName(), arguments);
            if (method.getName().equals("createSourceFile")) {
              generated.add(arguments[0].toString());
            }
            try {
              return method.invoke(object, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          };
      ClassLoader loader = MistakesTest.class.getClassLoader();
      return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(changed(environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("org.wengert.Differentiable");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }
  }
}
