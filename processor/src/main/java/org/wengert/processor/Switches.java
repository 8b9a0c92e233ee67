package org.wengert.processor;

import java.util.Arrays;
import java.util.Map;
import javax.lang.model.element.Element;
import org.wengert.processor.message.Warning;

/** Which warnings are wanted where. */
final class Switches {
  private final Map<String, String> options;

  /**
   * @param options those of the processor
   */
  Switches(Map<String, String> options) {
    this.options = options;
  }

  /** Whether a warning has not been switched off for a method. */
  boolean isOn(Warning warning, Element method) {
    if ("off".equals(options.get(warning.option()))) {
      return false;
    }
    for (Element element = method; element != null; element = element.getEnclosingElement()) {
      SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && Arrays.asList(suppressed.value()).contains(warning.suppression())) {
        return false;
      }
    }
    return true;
  }
}
