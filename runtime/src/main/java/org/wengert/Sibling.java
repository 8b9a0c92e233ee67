package org.wengert;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a generated class which class's methods it differentiates, and by which conventions; for
 * generated code only. Classes that follow other conventions, since another version of the
 * processor made them, are refused where they are called in derivatives, and by {@link
 * Differentiables}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Sibling {

  /**
   * The number of the conventions by which generated classes call each other and this library. It
   * changes with what a generated method of some name and parameters means, and with nothing else.
   */
  int PROTOCOL = 1;

  /** The class with the annotated methods. */
  Class<?> of();

  /** The number of the conventions that the class was made for. */
  int protocol();
}
