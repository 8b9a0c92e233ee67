package org.wengert;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the memory that reverse mode needs for a loop: instead of recording every iteration it
 * keeps some checkpoints of the loop's state, and repeats the iterations between them when it goes
 * back. What {@code fVjp} and {@code fGradient} return is the same to the last bit.
 *
 * <p>On a {@link Differentiable} method, or on one that it calls, all loops of the method that
 * stand in no other loop are checkpointed; on the variable that a {@code for} statement declares,
 * that loop:
 *
 * <pre>{@code
 * for (@Checkpointed int i = 0; i < steps; i++) { ... }
 * }</pre>
 *
 * <p>The state are the variables that the loop changes and the contents of the arrays that it both
 * changes and reads. Each iteration is repeated about {@code r} times, where {@code s} checkpoints
 * fit into memory and the loop makes up to {@code (s + r)! / (s! r!)} iterations: once or twice, as
 * a rule.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD, ElementType.LOCAL_VARIABLE})
public @interface Checkpointed {

  /**
   * How many megabytes the checkpoints of one loop may take. Two are kept even where they need
   * more.
   */
  int megabytes() default 16;
}
