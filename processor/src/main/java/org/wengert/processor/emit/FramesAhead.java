package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Buffers of a reverse sweep that its forward sweep takes for it, at its start. A called method
 * gives back, when it is reversed, all that was taken since its own forward sweep began: what the
 * caller's reverse sweep had taken in the meantime would be handed out a second time.
 *
 * @param reverse the reverse sweep, which is handed the buffers after all else
 * @param lengths the buffers, and how long they are
 */
record FramesAhead(Tape reverse, Map<Value, Integer> lengths) {

  /** Those that the driver of a split reverse sweep takes at its top. */
  static FramesAhead of(Tape driver) {
    Map<Value, Integer> constants = new HashMap<>();
    Map<Value, Integer> lengths = new LinkedHashMap<>();
    List<Operation> rest = new ArrayList<>();
    for (Operation operation : driver.body().operations()) {
      if (operation instanceof Operation.Constant constant
          && constant.value() instanceof Integer number) {
        constants.put(constant.result(), number);
      }
      if (operation instanceof Operation.Acquire acquire
          && constants.containsKey(acquire.length())) {
        lengths.put(acquire.result(), constants.get(acquire.length()));
      } else {
        rest.add(operation);
      }
    }
    List<Value> parameters = new ArrayList<>(driver.parameters());
    parameters.addAll(lengths.keySet());
    return new FramesAhead(
        new Tape(driver.name(), parameters, new Block(rest, driver.results())), lengths);
  }

  int count() {
    return lengths.size();
  }

  /** The forward sweep that takes them first, and hands them over last. */
  Tape takenBy(Tape forward) {
    List<Operation> operations = new ArrayList<>();
    lengths.forEach(
        (buffer, length) -> {
          Value constant = Value.temporary(Type.INT);
          operations.add(new Operation.Constant(constant, length, Location.NONE));
          operations.add(new Operation.Acquire(buffer, constant, Location.NONE));
        });
    operations.addAll(forward.body().operations());
    List<Value> results = new ArrayList<>(forward.results());
    if (forward.body().completes()) {
      results.addAll(lengths.keySet());
    }
    return new Tape(forward.name(), forward.parameters(), new Block(operations, results));
  }
}
