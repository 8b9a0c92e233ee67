package org.wengert.processor.jars;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A named module of a user's, {@code user}, with one package of the same name. */
record UserModule(Path directory) {
  /** Compiles it with the processor, without a warning. */
  void compile(List<String> processor, String... files) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("src"));
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      String name = file.startsWith("module") ? "module-info" : typeIn(file);
      paths.add(Files.writeString(sources.resolve(name + ".java"), file));
    }
    List<String> options = new ArrayList<>(processor);
    options.addAll(List.of("-Xlint:all", "-Werror"));
    options.addAll(List.of("--module-path", Jars.RUNTIME.toString()));
    options.addAll(List.of("-d", classes().toString()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(paths))
              .call();
      assertWithMessage("%s", output).that(compiled).isTrue();
    }
    assertWithMessage("output of javac").that(output.toString()).isEmpty();
  }

  private static String typeIn(String file) {
    return file.replaceFirst("(?s)^.*?class (\\w+).*", "$1");
  }

  private Path classes() {
    return directory.resolve("classes");
  }

  /** What a method without parameters returns, where these modules were resolved as well. */
  Object call(String type, String method, String... more) throws ReflectiveOperationException {
    Set<String> roots = new HashSet<>(Set.of(more));
    roots.add("user");
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(ModuleFinder.of(classes(), Jars.RUNTIME), ModuleFinder.of(), roots);
    return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
        .findLoader("user")
        .loadClass("user." + type)
        .getMethod(method)
        .invoke(null);
  }
}
