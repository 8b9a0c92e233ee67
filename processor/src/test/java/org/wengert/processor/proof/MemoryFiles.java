package org.wengert.processor.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Keeps what javac writes in memory. What it reads from the class path is opened once for all. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private static final StandardJavaFileManager SHARED =
      ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

  private final Map<String, Output> outputs = new HashMap<>();
  private final Map<String, Output> earlier = new HashMap<>();

  MemoryFiles() {
    super(SHARED);
  }

  static JavaFileObject source(String name, String text) {
    return new Source(name, text);
  }

  static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String name, String text) {
      super(URI.create("string:///proof/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    String text() {
      return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
      this.name = name;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    Output output = new Output(name, kind);
    outputs.put(name + kind.extension, output);
    return output;
  }

  /** From now on, the class files that are there can be compiled against. */
  void keep() {
    earlier.putAll(outputs);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    List<JavaFileObject> all = new ArrayList<>();
    super.list(location, packageName, kinds, recurse).forEach(all::add);
    if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
      earlier.values().stream()
          .filter(output -> output.getKind() == JavaFileObject.Kind.CLASS)
          .filter(output -> output.name.startsWith(packageName + "."))
          .forEach(all::add);
    }
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Output output ? output.name : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  @Override
  public void close() {
    // the shared manager is used again
  }

  String generated() {
    StringBuilder text = new StringBuilder();
    outputs.forEach(
        (name, output) -> {
          if (name.endsWith(".java")) {
            text.append(output.getCharContent(true));
          }
        });
    return text.toString();
  }

  /** What the class files define. */
  ClassLoader loader() {
    ClassLoader loader = newLoader();
    loader.setDefaultAssertionStatus(true);
    return loader;
  }

  private ClassLoader newLoader() {
    return new ClassLoader(MemoryFiles.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        Output output = outputs.get(name + ".class");
        if (output == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = output.bytes.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }
}
