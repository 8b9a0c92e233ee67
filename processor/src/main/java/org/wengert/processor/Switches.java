package org.wengert.processor;

import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Element;
import org.wengert.processor.message.Warning;

/** Which warnings are wanted where. */
record Switches(Options options) {

  /** What becomes of a warning about a method. */
  Severity severity(Warning warning, Element method) {
    for (Element element = method; element != null; element = element.getEnclosingElement()) {
      SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && isAmong(Arrays.asList(suppressed.value()), warning)) {
        return Severity.OFF;
      }
    }
    return options.severity(warning);
  }

  private static boolean isAmong(List<String> suppressed, Warning warning) {
    return suppressed.contains(warning.suppression()) || suppressed.contains(Warning.ALL);
  }
}
