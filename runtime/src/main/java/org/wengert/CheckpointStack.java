package org.wengert;

import java.util.Arrays;

/** The checkpoints of loops, handed out and taken back in the order of a stack. */
final class CheckpointStack {
  private Checkpoints[] all = {};
  private int inUse;

  int inUse() {
    return inUse;
  }

  Checkpoints take() {
    if (inUse == all.length) {
      Checkpoints[] more = Arrays.copyOf(all, inUse + 1);
      more[inUse] = new Checkpoints();
      all = more;
    }
    return all[inUse++];
  }

  void giveBack(Checkpoints last) {
    if (all[inUse - 1] != last) {
      throw new IllegalStateException("not the checkpoints that were taken last");
    }
    releaseTo(inUse - 1);
  }

  /** Takes back all but the first. */
  void releaseTo(int first) {
    while (inUse > first) {
      inUse--;
      all[inUse].clear();
    }
  }

  /** Forgets those that are not handed out. */
  void trim() {
    all = Arrays.copyOf(all, inUse);
  }
}
