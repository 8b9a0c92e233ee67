package org.wengert;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class that the processor writes beside a class with annotated methods. */
final class GeneratedSibling {

  private final Class<?> owner;
  private final Class<?> sibling;

  private GeneratedSibling(Class<?> owner, Class<?> sibling) {
    this.owner = owner;
    this.sibling = sibling;
  }

  static GeneratedSibling of(Class<?> owner) {
    String name = nameFor(owner);
    try {
      return new GeneratedSibling(owner, Class.forName(name, true, owner.getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "there is no class "
              + name
              + ", which the processor generates beside "
              + owner.getName()
              + " if that has methods with @Differentiable. If it has, then it was compiled without the"
              + " processor: name wengert-processor in the compiler's annotation processor path"
              + " (annotationProcessorPaths in Maven, annotationProcessor in Gradle)."
              + " From JDK 23 on, a processor that is only on the class path does not run,"
              + " unless javac is given -proc:full",
          e);
    }
  }

  private static String nameFor(Class<?> owner) {
    if (owner.isPrimitive() || owner.isArray() || owner.getCanonicalName() == null) {
      throw new IllegalArgumentException(
          owner.getName()
              + " has no derivatives: they are generated for the methods of top-level classes and their members");
    }
    String name = owner.getSimpleName();
    for (Class<?> c = owner.getEnclosingClass(); c != null; c = c.getEnclosingClass()) {
      name = c.getSimpleName() + "_" + name;
    }
    String packageName = owner.getPackageName();
    return (packageName.isEmpty() ? "" : packageName + ".") + name + "Derivatives";
  }

  <F> F function(Class<F> kind, String name, Object[] constants) {
    List<Method> named = functions().filter(m -> m.getName().equals(name)).toList();
    List<Method> ofKind = named.stream().filter(m -> m.getReturnType() == kind).toList();
    if (ofKind.isEmpty()) {
      throw new IllegalArgumentException(
          named.isEmpty() ? noFunction(name) : otherKind(kind, name));
    }
    Method method =
        ofKind.stream()
            .filter(m -> accepts(m, constants))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(wrongConstants(ofKind, constants)));
    return kind.cast(call(method, constants));
  }

  private Stream<Method> functions() {
    return Arrays.stream(sibling.getDeclaredMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()))
        .filter(
            m ->
                m.getReturnType() == ScalarFunction.class
                    || m.getReturnType() == VectorFunction.class);
  }

  private static boolean accepts(Method method, Object[] constants) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != constants.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!accepts(types[i], constants[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether reflection would pass that value: unboxed and widened for a primitive, else an instance
   * or null.
   */
  private static boolean accepts(Class<?> type, Object constant) {
    if (!type.isPrimitive()) {
      return constant == null || type.isInstance(constant);
    }
    if (constant == null) {
      return false;
    }
    Class<?> given = MethodType.methodType(constant.getClass()).unwrap().returnType();
    return given == type || (given.isPrimitive() && widens(given, type));
  }

  private static boolean widens(Class<?> from, Class<?> to) {
    List<Class<?>> numbers =
        List.of(byte.class, short.class, int.class, long.class, float.class, double.class);
    int source = from == char.class ? numbers.indexOf(short.class) : numbers.indexOf(from);
    return source >= 0 && source < numbers.indexOf(to);
  }

  private Object call(Method method, Object[] constants) {
    if (!method.trySetAccessible()) {
      throw new IllegalStateException(
          sibling.getName()
              + " is not accessible: add \"opens "
              + sibling.getPackageName()
              + "\" to the declaration of "
              + sibling.getModule());
    }
    try {
      return method.invoke(null, constants);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not accessible", e);
    }
  }

  private String noFunction(String name) {
    boolean hasDerivatives =
        Arrays.stream(sibling.getDeclaredMethods())
            .anyMatch(m -> m.getName().equals(name + "Jvp") || m.getName().equals(name + "Vjp"));
    if (hasDerivatives) {
      return sibling.getName()
          + " has derivatives of "
          + name
          + ", but no function object: there is one where all active parameters are scalars,"
          + " or the only active parameter is a double[]. Choose the active ones with"
          + " @Differentiable(wrt = ...), or call "
          + sibling.getSimpleName()
          + " directly";
    }
    String present =
        functions()
            .map(GeneratedSibling::signature)
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
    return sibling.getName()
        + " has no function "
        + name
        + "; it has "
        + present
        + ". Is the method annotated with @Differentiable, and "
        + owner.getName()
        + " compiled since?";
  }

  private String otherKind(Class<?> kind, String name) {
    boolean scalarWanted = kind == ScalarFunction.class;
    return name
        + " of "
        + owner.getName()
        + " is a "
        + (scalarWanted ? "VectorFunction" : "ScalarFunction")
        + ": call Differentiables."
        + (scalarWanted ? "vector" : "scalar");
  }

  private static String wrongConstants(List<Method> methods, Object[] constants) {
    String expected =
        methods.stream()
            .map(GeneratedSibling::signature)
            .sorted()
            .collect(Collectors.joining(" or "));
    String given =
        Arrays.stream(constants)
            .map(c -> c == null ? "null" : c.getClass().getSimpleName())
            .collect(Collectors.joining(", ", "(", ")"));
    return "expected the constants of " + expected + ", but was given " + given;
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameters())
        .map(p -> p.getType().getSimpleName() + (p.isNamePresent() ? " " + p.getName() : ""))
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
