package org.wengert.processor.read;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.source.Sources;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Verifier;

/**
 * A class {@code Subject}, compiled, with the tapes of its static methods as they were read during
 * the compilation.
 */
final class Program {
  /** Javac itself recurses into long sums. */
  private static final long JAVAC_STACK = 1L << 29;

  private static final long READER_STACK = 1L << 20;

  private final String source;
  private final Map<String, Tape> tapes = new LinkedHashMap<>();
  private final Map<String, List<Problem>> problems = new LinkedHashMap<>();
  private final Class<?> compiled;

  private Program(String source, boolean readOnly) {
    this.source = source;
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:none", readOnly ? "-proc:only" : "-nowarn")
            .withProcessors(new ReadingProcessor(readOnly))
            .compile(JavaFileObjects.forSourceString("Subject", source));
    if (compilation.status() != Compilation.Status.SUCCESS) {
      throw new IllegalArgumentException(compilation.errors() + "\n" + source);
    }
    compiled = readOnly ? null : load(compilation);
  }

  /** A file with a class {@code Subject}. */
  static Program ofFile(String source) {
    return new Program(source, false);
  }

  /** These members in a class {@code Subject}, of which {@code f} is read and none compiled. */
  static Program readOnly(String members) {
    AtomicReference<Program> program = new AtomicReference<>();
    run(JAVAC_STACK, () -> program.set(new Program("class Subject {\n" + members + "\n}\n", true)));
    return program.get();
  }

  /** These members in a class {@code Subject}. */
  static Program of(String members) {
    return ofFile("class Subject {\n" + members + "\n}\n");
  }

  String source() {
    return source;
  }

  /** The source from the declaration of a method on, up to its closing brace at the margin. */
  String source(String method) {
    int start = source.lastIndexOf("static", source.indexOf(" " + method + "("));
    int end = source.indexOf("\n}", start);
    return source.substring(start, end + 2);
  }

  /** The names of the methods that could be read. */
  Set<String> names() {
    return tapes.keySet();
  }

  Tape tape(String method) {
    if (problems.containsKey(method)) {
      throw new IllegalStateException(method + " could not be read: " + problems.get(method));
    }
    return tapes.get(method);
  }

  /** What is wrong with methods, by their names. */
  Map<String, List<Problem>> problems() {
    return problems;
  }

  /** The compiled method of this name. */
  Method method(String name) {
    for (Method method : compiled.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static void run(long stack, Runnable action) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, action, "stack of " + stack, stack);
    thread.setUncaughtExceptionHandler((ended, thrown) -> failure.set(thrown));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }

  private static Class<?> load(Compilation compilation) {
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.toUri().getPath();
        String name =
            path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length())
                .replace('/', '.');
        try (InputStream in = file.openInputStream()) {
          classes.put(name, in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    ClassLoader loader =
        new ClassLoader(Program.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    String subject =
        classes.keySet().stream()
            .filter(name -> name.equals("Subject") || name.endsWith(".Subject"))
            .findAny()
            .orElseThrow();
    try {
      return loader.loadClass(subject);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class ReadingProcessor extends AbstractProcessor {
    private final boolean readOnly;

    ReadingProcessor(boolean readOnly) {
      this.readOnly = readOnly;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      Reader reader =
          new Reader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), Callees.none());
      Sources sources = Sources.of(processingEnv);
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        if (type.getSimpleName().contentEquals("Subject")) {
          for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean wanted = !readOnly || method.getSimpleName().contentEquals("f");
            if (wanted && method.getModifiers().contains(Modifier.STATIC)) {
              SourceFile file = sources.fileOf(method).orElseThrow();
              run(READER_STACK, () -> read(reader, file, method));
            }
          }
        }
      }
      return false;
    }

    private void read(Reader reader, SourceFile file, ExecutableElement method) {
      String name = method.getSimpleName().toString();
      try {
        tapes.put(name, Verifier.verify(reader.read(file, method)));
      } catch (ProblemException failure) {
        problems.put(name, failure.problems());
      }
    }
  }
}
