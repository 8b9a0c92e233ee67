package org.wengert.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.wengert.processor.tape.Value;

/** The parameters of methods that are called, as values. */
final class CalledParameters {
  private CalledParameters() {}

  /**
   * Named as the parameters are in the file that is read. Those of other files have numbers: they
   * may be class files in the next build, which do not name their parameters.
   */
  static List<Value> of(ExecutableElement method, boolean isHere) {
    List<Value> values = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      String name = isHere ? parameter.getSimpleName().toString() : "arg" + values.size();
      values.add(Value.named(SourceTypes.of(parameter.asType()).orElseThrow(), name));
    }
    return values;
  }
}
