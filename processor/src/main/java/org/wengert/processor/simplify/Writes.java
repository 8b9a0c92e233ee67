package org.wengert.processor.simplify;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;

/**
 * Which types of arrays the blocks of a tape may store into; arrays of other types stay as they
 * are.
 */
final class Writes {
  /** Stands for the arrays in static fields, into which calls may store. */
  static final Type ANY = Type.opaque("any");

  private final IdentityHashMap<Block, Set<Type>> written = new IdentityHashMap<>();

  /** The types of the arrays that the operation's blocks may store into. */
  Set<Type> within(Operation operation) {
    Set<Type> types = new HashSet<>();
    for (Block block : operation.blocks()) {
      types.addAll(of(block));
    }
    return types;
  }

  private Set<Type> of(Block block) {
    Set<Type> known = written.get(block);
    if (known != null) {
      return known;
    }
    Set<Type> types = new HashSet<>();
    for (Operation operation : block.operations()) {
      types.addAll(by(operation));
      types.addAll(within(operation));
    }
    written.put(block, types);
    return types;
  }

  /** The types of the arrays that the operation itself may store into. */
  static Set<Type> by(Operation operation) {
    Set<Type> types = new HashSet<>();
    if (operation instanceof Operation.Store store) {
      types.add(store.array().type());
    } else if (operation instanceof Operation.Call call) {
      call.arguments().forEach(argument -> addArrays(argument.type(), types));
    } else if (operation instanceof Operation.Invoke invoke) {
      types.add(ANY);
      invoke.arguments().forEach(argument -> addArrays(argument.type(), types));
      if (invoke.form() == Callee.Form.REVERSE) {
        // The adjoint arrays that the forward sweep was given.
        types.add(Type.DOUBLE.arrayOf());
        types.add(Type.FLOAT.arrayOf());
      }
    }
    return types;
  }

  /** What can be reached through an argument: an array, its rows, their rows. */
  private static void addArrays(Type type, Set<Type> types) {
    for (Type reached = type; reached.isArray(); reached = reached.element()) {
      types.add(reached);
    }
  }
}
