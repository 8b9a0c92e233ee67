package org.wengert.processor.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.wengert.processor.ChangedEnvironment;
import org.wengert.processor.WengertProcessor;

/** The processor, and what it says about each file it makes. It may make nothing but sources. */
final class SpiedProcessor extends AbstractProcessor {
  private final WengertProcessor processor = new WengertProcessor();
  private final List<Made> made = new ArrayList<>();

  /** A source file, and the elements it was made from: one, or a build tool cannot know which. */
  record Made(String name, List<String> origins) {}

  List<Made> made() {
    return List.copyOf(made);
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    processor.init(
        new ChangedEnvironment(
            environment, environment.getElementUtils(), new SpiedFiler(environment.getFiler())));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  private final class SpiedFiler implements Filer {
    private final Filer filer;

    private SpiedFiler(Filer filer) {
      this.filer = filer;
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... origins)
        throws IOException {
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
}
