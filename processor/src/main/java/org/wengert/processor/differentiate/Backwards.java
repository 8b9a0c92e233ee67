package org.wengert.processor.differentiate;

import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Value;

/** How the reverse sweep goes through the iterations of a loop, from the last to the first. */
interface Backwards {
  /** What tells where it is: the first value that the reverse loop carries. */
  Value position();

  /** The position to start from. */
  Value start(BlockBuilder before);

  /** Whether there is an iteration to be reversed at the position. */
  Value goesOn(BlockBuilder condition);

  /** Starts the reverse of one iteration, in which its values can be recalled. */
  void open(BlockBuilder body);

  /** Ends it, and gives the next position. */
  Value close(BlockBuilder body);

  void end(BlockBuilder after);
}
