package org.wengert.processor.message;

import org.wengert.processor.tape.Location;

/**
 * What is differentiated as it stands, but may not be what was meant. Each kind has a name, by
 * which it is switched off.
 */
public enum Warning {
  EQUALITY(
      "equality",
      "this asks whether a value that depends on an active parameter is exactly equal to another:"
          + " the derivative is that of the branch taken, even where a single point takes it; compare"
          + " by < or >"),
  STEERING(
      "steering",
      "the parameter %s is active, but only decides which way the method takes, so that its"
          + " derivative is zero: name the other parameters in wrt"),
  MUTABLE_STATIC(
      "mutableStatic",
      "the static field %s is not final: it is taken for a constant that has the value it is read"
          + " with; make it final, or pass its value as a parameter");

  /** The value of {@code @SuppressWarnings} that switches all of them off. */
  public static final String ALL = "wengert";

  private final String id;
  private final String template;

  Warning(String id, String template) {
    this.id = id;
    this.template = template;
  }

  /** The option of the processor that switches it off everywhere. */
  public String option() {
    return "wengert.warn." + id;
  }

  /** The value of {@code @SuppressWarnings} that switches it off in a method or a class. */
  public String suppression() {
    return ALL + ":" + id;
  }

  public Problem at(Location location, Object... arguments) {
    String advice = "; or switch this off by @SuppressWarnings(\"" + suppression() + "\")";
    return new Problem(String.format(template, arguments) + advice, location);
  }
}
