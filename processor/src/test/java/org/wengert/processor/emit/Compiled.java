package org.wengert.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated methods, compiled in memory into one class. */
final class Compiled {
  private final String source;
  private final byte[] bytes;
  private final Class<?> type;

  private Compiled(String source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
    this.type = new Loader().define(bytes);
  }

  static Compiled of(List<MethodSpec.Builder> methods) {
    String source = source(methods);
    return new Compiled(source, compile(source));
  }

  /** The class that holds the methods, as it is written to a file. */
  static String source(List<MethodSpec.Builder> methods) {
    TypeSpec.Builder type = TypeSpec.classBuilder("Generated").addModifiers(Modifier.PUBLIC);
    for (MethodSpec.Builder method : methods) {
      MethodSpec built = method.build();
      boolean isPrivate = built.modifiers().contains(Modifier.PRIVATE);
      type.addMethod(
          isPrivate ? built : method.addModifiers(Modifier.PUBLIC, Modifier.STATIC).build());
    }
    return JavaFile.builder("generated", type.build()).build().toString();
  }

  String source() {
    return source;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Calls a method; what it throws is thrown. */
  Object call(String name, Object... arguments) throws Throwable {
    Method method =
        Arrays.stream(type.getMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findAny()
            .orElseThrow();
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static byte[] compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
    Output output = new Output();
    JavaFileManager files =
        new ForwardingJavaFileManager<>(standard) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return output;
          }
        };
    JavaFileObject input =
        new SimpleJavaFileObject(
            URI.create("string:///generated/Generated.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options = List.of("-classpath", classPath, "-proc:none");
    if (!compiler.getTask(null, files, diagnostics, options, null, List.of(input)).call()) {
      throw new AssertionError(diagnostics.getDiagnostics() + "\n" + source);
    }
    return output.bytes.toByteArray();
  }

  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output() {
      super(URI.create("memory:///generated/Generated.class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(Compiled.class.getClassLoader());
    }

    Class<?> define(byte[] bytes) {
      return defineClass("generated.Generated", bytes, 0, bytes.length);
    }
  }
}
