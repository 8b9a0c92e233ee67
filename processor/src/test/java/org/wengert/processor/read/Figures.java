package org.wengert.processor.read;

/** Static fields for test programs. */
public final class Figures {
  public static final double ROOT = Math.sqrt(2);
  public static final float THIRD = Float.parseFloat("0.3333");
  public static final int LARGE = Integer.parseInt("77");
  public static final long HUGE = Long.parseLong("12345678901");
  public static final boolean ON = Boolean.parseBoolean("true");
  public static final double CONSTANT = 2.5;

  private Figures() {}
}
