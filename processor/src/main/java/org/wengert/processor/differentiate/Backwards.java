package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Value;

/** How the reverse sweep goes through the iterations of a loop, from the last to the first. */
interface Backwards {
  /** What the reverse loop carries to know where it is. */
  List<Value> position();

  /** The position to start from. */
  List<Value> start(BlockBuilder before);

  /** Whether there is an iteration to be reversed at the position. */
  Value goesOn(BlockBuilder condition);

  /** Starts the reverse of one iteration, in which its values can be recalled. */
  void open(BlockBuilder body);

  /** Ends it, and gives the next position. */
  List<Value> close(BlockBuilder body);

  void end(BlockBuilder after);
}
