package org.wengert.processor;

import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Derivatives;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.source.SourceFile;

/** Everything between the source of a method and the bodies of its derivatives. */
interface Differentiator {
  /**
   * @throws ProblemException if the body holds something that cannot be differentiated
   */
  Derivatives differentiate(ExecutableElement method, Signature signature, SourceFile file)
      throws ProblemException;
}
