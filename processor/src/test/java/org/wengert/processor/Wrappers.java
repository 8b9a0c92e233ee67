package org.wengert.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;

/** The environments that build tools put around javac's, built as theirs are. */
public final class Wrappers {
  private Wrappers() {}

  /** What puts each of them around another environment, by its name. */
  public static final Map<String, UnaryOperator<ProcessingEnvironment>> ALL =
      Map.of(
          "Gradle",
          Gradle::new,
          "kapt",
          Kapt::new,
          "IntelliJ",
          inner -> proxy(new Wrapper(inner)),
          "IntelliJ, seen from elsewhere",
          inner -> proxy(new HiddenWrapper(inner)));

  /** What a proxy of IntelliJ's does. */
  public record Wrapper(Object wrapped) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(wrapped, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** The same where the class that unwraps cannot be reached: the handler has this field. */
  private static final class HiddenWrapper implements InvocationHandler {
    @SuppressWarnings("MemberName") // as javac calls what an anonymous class captures
    private final Object val$delegateTo;

    private HiddenWrapper(Object delegateTo) {
      this.val$delegateTo = delegateTo;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      return new Wrapper(val$delegateTo).invoke(proxy, method, arguments);
    }
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            Wrappers.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
  }

  private static final class Gradle extends EnvironmentDecorator {
    @SuppressWarnings("unused") // Found by its name.
    private final ProcessingEnvironment delegate;

    private Gradle(ProcessingEnvironment delegate) {
      super(delegate);
      this.delegate = delegate;
    }
  }

  private static final class Kapt extends EnvironmentDecorator {
    @SuppressWarnings("unused") // Found by its name.
    private final ProcessingEnvironment processingEnv;

    private Kapt(ProcessingEnvironment processingEnv) {
      super(processingEnv);
      this.processingEnv = processingEnv;
    }
  }
}
