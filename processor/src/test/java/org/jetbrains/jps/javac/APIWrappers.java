package org.jetbrains.jps.javac;

import java.lang.reflect.Proxy;
import org.wengert.processor.Wrappers.Wrapper;

/** Stands in for the class by which IntelliJ lets processors out of its proxies. */
public final class APIWrappers {
  private APIWrappers() {}

  /** What a proxy wraps; null for what is none. */
  public static <T> T unwrap(Class<? extends T> type, T wrapper) {
    return Proxy.isProxyClass(wrapper.getClass())
            && Proxy.getInvocationHandler(wrapper) instanceof Wrapper handler
        ? type.cast(handler.wrapped())
        : null;
  }
}
