package org.wengert.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** User code of package {@code p}, compiled with the processor, and loaded. */
public final class Program {
  private static final Pattern FIRST_TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

  private final Compilation compilation;
  private final Map<String, byte[]> classes = new HashMap<>();
  private final ClassLoader loader = new Loader();

  private Program(Compilation compilation) {
    this.compilation = compilation;
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        classes.put(className(file), bytes(file));
      }
    }
  }

  /** Compiles files that each declare one top-level class, given without package and imports. */
  public static Program compile(String... files) {
    Compilation compilation =
        compilation(List.of("-Xlint:all,-processing", "-Werror", "-parameters"), files);
    assertThat(compilation).succeededWithoutWarnings();
    return new Program(compilation);
  }

  /** The same, whatever comes of it. */
  public static Compilation compilation(List<String> options, String... files) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String file : files) {
      Matcher type = FIRST_TYPE.matcher(file);
      if (!type.find()) {
        throw new IllegalArgumentException("no class in " + file);
      }
      sources.add(
          JavaFileObjects.forSourceString(
              "p." + type.group(1), "package p;\nimport org.wengert.*;\n" + file));
    }
    return Compiler.javac()
        .withOptions(options.toArray())
        .withProcessors(new WengertProcessor())
        .compile(sources);
  }

  /** The result of a static method. */
  public Object call(String className, String method, Object... arguments) throws Exception {
    for (Method candidate : type(className).getDeclaredMethods()) {
      if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
        candidate.setAccessible(true);
        try {
          return candidate.invoke(null, arguments);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof Exception cause) {
            throw cause;
          }
          throw e;
        }
      }
    }
    throw new NoSuchMethodException(className + "." + method);
  }

  public Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass("p." + name);
  }

  /** The class files, by the full names of the classes. */
  public Map<String, byte[]> classes() {
    return Map.copyOf(classes);
  }

  /** The generated source of a class. */
  public String source(String className) throws IOException {
    return source(compilation, className);
  }

  static String source(Compilation compilation, String className) throws IOException {
    return compilation
        .generatedFile(StandardLocation.SOURCE_OUTPUT, "p/" + className + ".java")
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }

  private static String className(JavaFileObject file) {
    return file.getName()
        .replaceFirst("^/?CLASS_OUTPUT/", "")
        .replaceFirst("\\.class$", "")
        .replace('/', '.');
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream stream = file.openInputStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Loader extends ClassLoader {
    private Loader() {
      super(Program.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
