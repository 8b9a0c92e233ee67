package org.wengert.processor.emit;

import java.util.Optional;
import java.util.function.Function;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Load;
import org.wengert.processor.tape.Operation.Store;
import org.wengert.processor.tape.Value;

/**
 * A store of an element's own new value, {@code a[i] = a[i] + e}, which Java can write as {@code
 * a[i] += e}: array and index are then evaluated once, before all else.
 *
 * @param load reads the old element
 * @param change computes the new one
 */
record Update(Load load, Elementary change) {
  /**
   * Whether a store has this form.
   *
   * @param definition the operation that defines a value, null if that is of no interest
   */
  static Optional<Update> of(Store store, Function<Value, Operation> definition) {
    if (definition.apply(store.value()) instanceof Elementary change
        && hasCompoundForm(change)
        && definition.apply(change.inputs().get(0)) instanceof Load load
        && load.array() == store.array()
        && isSame(load.index(), store.index(), definition)) {
      return Optional.of(new Update(load, change));
    }
    return Optional.empty();
  }

  /** Whether Java has an assignment operator for it. */
  static boolean hasCompoundForm(Elementary operation) {
    return operation.inputs().size() == 2
        && operation.operator() instanceof Arithmetic operator
        && !operator.isComparison();
  }

  private static boolean isSame(Value a, Value b, Function<Value, Operation> definition) {
    return a == b
        || (definition.apply(a) instanceof Constant first
            && definition.apply(b) instanceof Constant second
            && first.value().equals(second.value()));
  }
}
