package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertWithMessage;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.wengert.processor.WengertProcessor;

/** Source files of a page, compiled with the processor as a user compiles his own. */
final class Snippets {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern FIRST_TYPE = Pattern.compile("\\bclass (\\w+)");

  private final Compilation compilation;
  private final Map<String, byte[]> classes = new HashMap<>();
  private final ClassLoader loader = new Loader();

  private Snippets(Compilation compilation) {
    this.compilation = compilation;
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        classes.put(className(file), bytes(file));
      }
    }
  }

  /** Compiles files of which each declares one top-level class, without errors and warnings. */
  static Snippets compile(Collection<String> files) {
    Compilation compilation = compilation(files);
    assertThat(compilation).succeededWithoutWarnings();
    return new Snippets(compilation);
  }

  /** The same, whatever comes of it. */
  static Compilation compilation(Collection<String> files) {
    List<JavaFileObject> sources =
        files.stream()
            .map(file -> JavaFileObjects.forSourceString(qualifiedName(file), file))
            .toList();
    return Compiler.javac().withProcessors(new WengertProcessor()).compile(sources);
  }

  static String qualifiedName(String file) {
    Matcher declared = PACKAGE.matcher(file);
    Matcher type = FIRST_TYPE.matcher(file);
    assertWithMessage(file).that(type.find()).isTrue();
    return (declared.find() ? declared.group(1) + "." : "") + type.group(1);
  }

  Class<?> type(String qualifiedName) throws ClassNotFoundException {
    return loader.loadClass(qualifiedName);
  }

  /** What the main method of a class prints. */
  String output(String qualifiedName) throws ReflectiveOperationException {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      type(qualifiedName).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** The source generated beside a class. */
  String derivativesOf(String qualifiedName) throws IOException {
    return compilation
        .generatedFile(
            StandardLocation.SOURCE_OUTPUT, qualifiedName.replace('.', '/') + "Derivatives.java")
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
      throw new AssertionError(e);
    }
  }

  private final class Loader extends ClassLoader {
    private Loader() {
      super(Snippets.class.getClassLoader());
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
