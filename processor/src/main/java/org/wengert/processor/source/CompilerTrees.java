package org.wengert.processor.source;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Javac's {@link Trees} of a processing environment. Build tools hand processors a wrapped
 * environment, which {@link Trees#instance} does not accept: IntelliJ a proxy, Gradle and kapt
 * decorators. Wrappers may nest.
 */
final class CompilerTrees {
  private static final int DEEPEST_NESTING = 8;

  private CompilerTrees() {}

  /** Empty where the compiler is not javac. */
  static Optional<Trees> of(ProcessingEnvironment environment) {
    Optional<ProcessingEnvironment> inner = Optional.of(environment);
    for (int depth = 0; inner.isPresent() && depth < DEEPEST_NESTING; depth++) {
      try {
        return Optional.of(Trees.instance(inner.get()));
      } catch (IllegalArgumentException | LinkageError notJavacItself) {
        inner = unwrap(inner.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessingEnvironment> unwrap(ProcessingEnvironment wrapper) {
    return unwrapIntellij(wrapper)
        .or(() -> unwrapProxy(wrapper))
        .or(() -> readField(wrapper, "delegate")) // Gradle
        .or(() -> readField(wrapper, "processingEnv")); // kapt
  }

  private static Optional<ProcessingEnvironment> unwrapIntellij(ProcessingEnvironment wrapper) {
    try {
      Object inner =
          Class.forName(
                  "org.jetbrains.jps.javac.APIWrappers", false, wrapper.getClass().getClassLoader())
              .getMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, wrapper);
      return environment(inner);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notIntellij) {
      return Optional.empty();
    }
  }

  /** As above, where the class cannot be seen from here. */
  private static Optional<ProcessingEnvironment> unwrapProxy(ProcessingEnvironment wrapper) {
    return Proxy.isProxyClass(wrapper.getClass())
        ? readField(Proxy.getInvocationHandler(wrapper), "val$delegateTo")
        : Optional.empty();
  }

  private static Optional<ProcessingEnvironment> readField(Object wrapper, String name) {
    for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return environment(field.get(wrapper));
      } catch (ReflectiveOperationException | RuntimeException notDeclaredHere) {
        // It may be a superclass's field.
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessingEnvironment> environment(Object candidate) {
    return candidate instanceof ProcessingEnvironment found ? Optional.of(found) : Optional.empty();
  }
}
