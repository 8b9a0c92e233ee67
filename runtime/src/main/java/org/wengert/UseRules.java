package org.wengert;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes with {@link DerivativeRule}s for methods of other classes. They apply to the calls
 * in the annotated methods of this class, of the classes in it, or of this package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface UseRules {

  /** The classes that hold the rules. Where two have one for the same, the first counts. */
  Class<?>[] value();
}
