package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The adjoint of the elements of an array, as that of the array. */
final class SeedArray {
  private SeedArray() {}

  /**
   * The adjoint with one array in place of the seeds, and one in place of the scalars.
   *
   * @param adjoint whose last parameters are the seeds of scalars, and whose first results are
   *     these scalars
   * @param count the number of scalars, all of one type
   * @param check appends what refuses a seed of another length
   */
  static Tape of(Tape adjoint, int count, Check check) {
    int others = adjoint.parameters().size() - count;
    Type type = adjoint.results().get(0).type().arrayOf();
    Value seed = Value.named(type, "resultBar");
    List<Value> parameters = new ArrayList<>(adjoint.parameters().subList(0, others));
    parameters.add(seed);

    BlockBuilder builder = new BlockBuilder();
    Value length = builder.constant(count);
    check.append(seed, length, builder);
    for (int i = 0; i < count; i++) {
      builder.load(adjoint.parameters().get(others + i), seed, builder.constant(i));
    }
    List<Operation> operations = adjoint.body().operations();
    operations.forEach(builder::add);
    Value array = builder.newArray(Value.temporary(type), length);
    for (int i = 0; i < count; i++) {
      builder.store(array, builder.constant(i), adjoint.results().get(i));
    }
    List<Value> results = new ArrayList<>(List.of(array));
    results.addAll(adjoint.results().subList(count, adjoint.results().size()));
    return new Tape(adjoint.name(), parameters, builder.yield(results));
  }

  /** Compares the length of a seed with another one. */
  interface Check {
    void append(Value seed, Value length, BlockBuilder builder);
  }
}
