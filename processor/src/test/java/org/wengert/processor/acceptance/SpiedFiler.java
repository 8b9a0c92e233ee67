package org.wengert.processor.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.wengert.processor.ChangedEnvironment;
import org.wengert.processor.WrappedProcessor;

/** Keeps account of each file that is made. Nothing but sources may be made. */
record SpiedFiler(Filer filer, List<Made> made) implements Filer {

  /** A source file, and the elements it was made from: one, or a build tool cannot know which. */
  record Made(String name, List<String> origins) {}

  /**
   * The processor.
   *
   * @param made where it is listed what it makes
   */
  static Processor processor(List<Made> made) {
    return new WrappedProcessor(
        environment ->
            new ChangedEnvironment(
                environment,
                environment.getElementUtils(),
                new SpiedFiler(environment.getFiler(), made)));
  }

  @Override
  public JavaFileObject createSourceFile(CharSequence name, Element... origins) throws IOException {
    List<String> names = new ArrayList<>();
    for (Element origin : origins) {
      names.add(((TypeElement) origin).getQualifiedName().toString());
    }
    made.add(new Made(name.toString(), names));
    return filer.createSourceFile(name, origins);
  }

  @Override
  public JavaFileObject createClassFile(CharSequence name, Element... origins) {
    throw new AssertionError("a class file " + name);
  }

  @Override
  public FileObject createResource(
      JavaFileManager.Location location,
      CharSequence directory,
      CharSequence name,
      Element... origins) {
    throw new AssertionError("a resource " + name);
  }

  @Override
  public FileObject getResource(
      JavaFileManager.Location location, CharSequence directory, CharSequence name) {
    throw new AssertionError("reads " + name);
  }
}
