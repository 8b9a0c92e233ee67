package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The rows of a Jacobian, one for each result of a tape: one forward sweep, then a reverse sweep
 * for each row. These go back side by side, operation by operation, so that what they have in
 * common is found.
 */
final class AdjointRows {
  private final Augmented primal;
  private final ForwardSweep forward;
  private final Supplier<ReverseSweep> sweeps;
  private final List<Value> columns;

  /**
   * @param sweeps new ones, back over what the forward sweep leaves
   * @param columns the active parameters in order
   */
  AdjointRows(
      Augmented primal, ForwardSweep forward, Supplier<ReverseSweep> sweeps, List<Value> columns) {
    this.primal = primal;
    this.forward = forward;
    this.sweeps = sweeps;
    this.columns = columns;
  }

  /**
   * The tape that adds to the rows.
   *
   * @param parameters the primal ones
   * @param results the primal ones, all scalars of one type
   * @return empty where other arrays than parameters have adjoints, or callees
   */
  Optional<Tape> tape(String name, List<Value> parameters, List<Value> results) {
    if (!Set.copyOf(columns).containsAll(primal.shadows().keySet())
        || goesOnElsewhere(primal.tape().body())) {
      return Optional.empty();
    }
    List<Value> rows = new ArrayList<>();
    Type type = results.get(0).type().arrayOf();
    results.forEach(result -> rows.add(Value.named(type, "row" + rows.size())));
    Map<Value, Value> starts = new LinkedHashMap<>();
    for (Value column : columns.subList(1, columns.size())) {
      starts.put(column, Value.named(Type.INT, column.name() + "Start"));
    }
    List<Value> all = new ArrayList<>(parameters);
    all.addAll(rows);
    all.addAll(starts.values());

    BlockBuilder builder = new BlockBuilder();
    forward.sweep(primal.tape().body(), builder);
    List<AdjointRow> reverse = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      AdjointRow row = new AdjointRow(rows.get(i), starts, primal.shadows(), sweeps.get());
      row.seed(results.get(i), builder);
      reverse.add(row);
    }
    List<Operation> operations = primal.tape().body().operations();
    for (int i = operations.size() - 1; i >= 0; i--) {
      for (AdjointRow row : reverse) {
        row.sweep(operations.get(i), builder);
      }
    }
    for (Value column : columns) {
      if (!column.type().isArray()) {
        reverse.forEach(row -> row.put(column, builder));
      }
    }
    return Optional.of(new Tape(name, all, builder.yield(List.of())));
  }

  /** Whether a callee keeps something for its own reverse sweep, of which there is only one. */
  private static boolean goesOnElsewhere(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Invoke invoke && invoke.usesStorage()
                    || operation.blocks().stream().anyMatch(AdjointRows::goesOnElsewhere));
  }
}
