package org.wengert.processor.read;

/** Static fields for test programs. */
@SuppressWarnings("MutablePublicArray") // just what is tried
public final class Figures {
  public static final double ROOT = Math.sqrt(2);
  public static final float THIRD = Float.parseFloat("0.3333");
  public static final int LARGE = Integer.parseInt("77");
  public static final long HUGE = Long.parseLong("12345678901");
  public static final boolean ON = Boolean.parseBoolean("true");
  public static final double CONSTANT = 2.5;

  public static final double[] TABLE = {2, -1, 0.5, 3};
  public static final double[][] ROWS = {{1, 2}, {-3}, null};
  public static final byte[] SMALL = {1, -2, 127};
  public static final char LETTER = ROOT > 1 ? 'l' : 'k';
  public static final java.util.concurrent.TimeUnit UNIT = java.util.concurrent.TimeUnit.DAYS;
  public static double changing = 1.5;
  public static int[] replaced = {4, 5};

  private Figures() {}
}
