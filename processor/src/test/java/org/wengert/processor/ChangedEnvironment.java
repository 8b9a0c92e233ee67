package org.wengert.processor;

import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;

/** An environment with other parts; the compiler's own is found as in Gradle's. */
public final class ChangedEnvironment extends EnvironmentDecorator {
  @SuppressWarnings("unused") // Found by its name.
  private final ProcessingEnvironment delegate;

  private final Elements elements;
  private final Filer filer;

  public ChangedEnvironment(ProcessingEnvironment delegate, Elements elements, Filer filer) {
    super(delegate);
    this.delegate = delegate;
    this.elements = elements;
    this.filer = filer;
  }

  @Override
  public Elements getElementUtils() {
    return elements;
  }

  @Override
  public Filer getFiler() {
    return filer;
  }
}
