package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Rebuilds a tape from front to back. Every operation, its operands replaced by what took their
 * place, is offered to the rules in order; where none applies it stays. A tape, block or operation
 * in which nothing changes stays the same object.
 *
 * <p>Whether a block completes is never changed: a tape that ends in a throw has lost its results,
 * and javac rejects statements that cannot be reached.
 */
final class Rewriter {
  private final List<Rule> rules;
  private final Names names;
  private final Map<Value, Value> replacements = new HashMap<>();
  private final Map<Value, Operation> definitions = new HashMap<>();
  private List<Operation> output = new ArrayList<>();
  private List<Value> replacedHere = new ArrayList<>();

  private Rewriter(Names names, List<Rule> rules) {
    this.names = names;
    this.rules = rules;
  }

  /** The tape rewritten; names of values that vanish are left with their successors. */
  static Tape rewrite(Tape tape, Names names, Rule... rules) {
    Block body = new Rewriter(names, List.of(rules)).block(tape.body());
    return body == tape.body() ? tape : new Tape(tape.name(), tape.parameters(), body);
  }

  /** What stands for this value now, often itself. */
  Value current(Value value) {
    Value current = value;
    // What took a value's place may itself be replaced, within one block, by something else.
    for (Value next = value; next != null; next = replacements.get(next)) {
      current = next;
    }
    return current;
  }

  /** The emitted operation that defines the value; empty for parameters and carried values. */
  Optional<Operation> definition(Value value) {
    return Optional.ofNullable(definitions.get(value));
  }

  /** The elementary operation that defines the value, if it is one. */
  Optional<Operation.Elementary> elementary(Value value) {
    return definitions.get(value) instanceof Operation.Elementary elementary
        ? Optional.of(elementary)
        : Optional.empty();
  }

  /** The primitive constant that the value is, boxed. */
  Optional<Object> literal(Value value) {
    return definitions.get(value) instanceof Operation.Constant constant
        ? Optional.ofNullable(constant.value())
        : Optional.empty();
  }

  /** Whether two values are the same primitive constant, to the last bit. */
  boolean isSameLiteral(Value a, Value b) {
    Optional<Object> literal = literal(a);
    return literal.isPresent() && literal.equals(literal(b));
  }

  /** From here on another value, visible wherever this one is, stands for it. */
  void replace(Value value, Value by) {
    replacements.put(value, by);
    Operation definition = definitions.get(by);
    // A constant that many operations share would look odd under the name of one of them.
    if (definition != null && !(definition instanceof Operation.Constant)) {
      names.inherit(by, value);
    }
  }

  /** Likewise, up to the end of the current block. */
  void replaceHere(Value value, Value by) {
    replace(value, by);
    replacedHere.add(value);
  }

  void replaceAll(List<Value> values, List<Value> by) {
    for (int i = 0; i < values.size(); i++) {
      replace(values.get(i), by.get(i));
    }
  }

  /** Appends an operation as it is. */
  void emit(Operation operation) {
    output.add(operation);
    for (Value result : operation.results()) {
      definitions.put(result, operation);
    }
  }

  /** The operations of the current block so far. */
  List<Operation> emitted() {
    return Collections.unmodifiableList(output);
  }

  /** Takes an emitted operation back, for another one that defines the same values. */
  void retract(int index) {
    output.remove(index);
  }

  /** Offers an operation to the rules, and keeps it where none applies. */
  void rewrite(Operation operation) {
    Operation current = Substitution.values(operation, this::current);
    for (Rule rule : rules) {
      if (rule.apply(current, this)) {
        return;
      }
    }
    keep(current);
  }

  /** Emits an operation with its blocks rewritten. */
  void keep(Operation operation) {
    emit(operation.withBlocks(this::block));
  }

  /** A block rewritten on its own. */
  Block block(Block block) {
    List<Operation> outer = output;
    List<Value> replacedOutside = replacedHere;
    output = new ArrayList<>();
    replacedHere = new ArrayList<>();
    rules.forEach(Rule::open);
    rewriteAll(block.operations());
    rules.forEach(Rule::close);
    List<Operation> operations = output;
    output = outer;
    List<Value> yields = Substitution.values(block.yields(), this::current);
    replacedHere.forEach(replacements::remove);
    replacedHere = replacedOutside;
    return same(operations, block.operations()) && same(yields, block.yields())
        ? block
        : new Block(operations, yields);
  }

  /** A block rewritten on its own, where other values stand for some for the time being. */
  Block block(Block block, List<Value> values, List<Value> by) {
    replaceAll(values, by);
    Block rewritten = block(block);
    values.forEach(replacements::remove);
    return rewritten;
  }

  /** Rewrites a block's operations into the current block; returns what it yields. */
  List<Value> inline(Block block) {
    rewriteAll(block.operations());
    return Substitution.values(block.yields(), this::current);
  }

  private void rewriteAll(List<Operation> operations) {
    for (Operation operation : operations) {
      rewrite(operation);
    }
  }

  private static boolean same(List<?> some, List<?> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }
}
