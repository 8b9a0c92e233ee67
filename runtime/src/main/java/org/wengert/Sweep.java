package org.wengert;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a generated sweep which parameters it differentiates with respect to, and what those of
 * the method itself are called; for generated code only. The processor reads it where a method in a
 * class file is called, which need not tell the names of parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sweep {

  /** The positions of the active parameters of the method itself, from zero. */
  int[] active();

  /** The names of all parameters of the method itself, in order. */
  String[] names();
}
