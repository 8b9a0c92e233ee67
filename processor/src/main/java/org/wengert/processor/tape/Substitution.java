package org.wengert.processor.tape;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies operations, reading and defining other values in place of the original ones. */
public final class Substitution {
  private final IdentityHashMap<Value, Value> replacements = new IdentityHashMap<>();
  private final UnaryOperator<Value> definer;

  private Substitution(UnaryOperator<Value> definer) {
    this.definer = definer;
  }

  /** Every copied operation defines fresh values of the same types and names. */
  public static Substitution fresh() {
    return new Substitution(Substitution::like);
  }

  /** A new value of the same type and name. */
  public static Value like(Value value) {
    return Value.named(value.type(), value.name());
  }

  /** Copies define what the function gives for the original result. */
  public static Substitution defining(UnaryOperator<Value> definer) {
    return new Substitution(definer);
  }

  /** From now on the replacement is read wherever the original would be. */
  public void put(Value original, Value replacement) {
    replacements.put(original, replacement);
  }

  public Value get(Value original) {
    return replacements.getOrDefault(original, original);
  }

  public List<Value> get(List<Value> originals) {
    return originals.stream().map(this::get).toList();
  }

  private Value define(Value original) {
    Value result = definer.apply(original);
    replacements.put(original, result);
    return result;
  }

  private List<Value> define(List<Value> originals) {
    return originals.stream().map(this::define).toList();
  }

  public Tape apply(Tape tape) {
    List<Value> parameters = define(tape.parameters());
    return new Tape(tape.name(), parameters, apply(tape.body()));
  }

  public Block apply(Block block) {
    List<Operation> operations = new ArrayList<>(block.operations().size());
    for (Operation operation : block.operations()) {
      operations.add(apply(operation));
    }
    return new Block(operations, get(block.yields()));
  }

  public Operation apply(Operation operation) {
    Location at = operation.at();
    if (operation instanceof Operation.Constant c) {
      return new Operation.Constant(define(c.result()), c.value(), at);
    }
    if (operation instanceof Operation.Elementary e) {
      List<Value> inputs = get(e.inputs());
      return new Operation.Elementary(define(e.result()), e.operator(), inputs, at);
    }
    if (operation instanceof Operation.ReadStatic r) {
      return new Operation.ReadStatic(define(r.result()), r.owner(), r.field(), r.fixed(), at);
    }
    if (operation instanceof Operation.Load l) {
      Value array = get(l.array());
      Value index = get(l.index());
      return new Operation.Load(define(l.result()), array, index, at);
    }
    if (operation instanceof Operation.Store s) {
      return new Operation.Store(get(s.array()), get(s.index()), get(s.value()), at);
    }
    if (operation instanceof Operation.Length l) {
      Value array = get(l.array());
      return new Operation.Length(define(l.result()), array, at);
    }
    if (operation instanceof Operation.NewArray n) {
      List<Value> lengths = get(n.lengths());
      return new Operation.NewArray(define(n.result()), lengths, at);
    }
    if (operation instanceof Operation.CloneArray c) {
      Value array = get(c.array());
      return new Operation.CloneArray(define(c.result()), array, at);
    }
    if (operation instanceof Operation.Acquire a) {
      Value length = get(a.length());
      return new Operation.Acquire(define(a.result()), length, at);
    }
    if (operation instanceof Operation.Reserve r) {
      Value buffer = get(r.buffer());
      Value length = get(r.length());
      return new Operation.Reserve(define(r.result()), buffer, length, at);
    }
    if (operation instanceof Operation.Branch b) {
      Value condition = get(b.condition());
      Block whenTrue = apply(b.whenTrue());
      Block whenFalse = apply(b.whenFalse());
      return new Operation.Branch(define(b.results()), condition, whenTrue, whenFalse, at);
    }
    if (operation instanceof Operation.Loop l) {
      List<Value> initial = get(l.initial());
      List<Value> carried = define(l.carried());
      Block condition = apply(l.condition());
      Block body = apply(l.body());
      return new Operation.Loop(
          define(l.results()), initial, carried, condition, body, l.megabytes(), at);
    }
    if (operation instanceof Operation.Call c) {
      return new Operation.Call(c.tape(), get(c.arguments()), at);
    }
    if (operation instanceof Operation.Invoke i) {
      List<Value> arguments = get(i.arguments());
      return new Operation.Invoke(define(i.results()), i.callee(), i.form(), arguments, at);
    }
    if (operation instanceof Operation.Throw t) {
      List<Operation.Argument> arguments = new ArrayList<>();
      for (Operation.Argument argument : t.arguments()) {
        List<Operation.Part> parts = new ArrayList<>();
        for (Operation.Part part : argument.parts()) {
          parts.add(
              part instanceof Operation.Operand operand
                  ? new Operation.Operand(get(operand.value()))
                  : part);
        }
        arguments.add(new Operation.Argument(parts));
      }
      return new Operation.Throw(t.exception(), arguments, at);
    }
    throw new IllegalStateException("unknown operation " + operation);
  }
}
