package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.wengert.processor.tape.Type;

/**
 * The small private methods that the methods of one sibling share, each for one type of array. Only
 * those that are called are generated.
 */
final class Helpers {
  private final Map<String, MethodSpec> methods = new TreeMap<>();

  /** All that were asked for, in an order that does not depend on who asked first. */
  List<MethodSpec> methods() {
    return List.copyOf(methods.values());
  }

  /** Whether a helper is asked for the first time. */
  boolean isNew(String name, Type... types) {
    return !methods.containsKey(key(name, types));
  }

  void add(MethodSpec.Builder method, String name, Type... types) {
    methods.put(key(name, types), method.build());
  }

  private static String key(String name, Type... types) {
    return name + List.of(types);
  }

  static MethodSpec.Builder method(String name, TypeName result, String purpose) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("$L\n", purpose)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(result);
  }

  static CodeBlock throwIllegalArgument(String format, Object... arguments) {
    return CodeBlock.builder()
        .add("throw new $T(", IllegalArgumentException.class)
        .add(format, arguments)
        .add(")")
        .build();
  }
}
