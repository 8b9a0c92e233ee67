package org.wengert.processor.read;

/** An exception for test programs whose constructors take numbers. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(int where) {
    super(where + "");
  }

  public Refused(long where) {
    super("long " + where);
  }

  public Refused(int where, double why, boolean really) {
    super(where + ", " + why + ", " + really);
  }
}
