package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A piece of a tape whose tangents are computed in one loop over all directions, after the piece
 * itself has run. There are two such loops where a factor may be infinite: only then does a
 * structural zero have to be told from others, which keeps the loop from being vectorised.
 */
final class LaneSegment {
  private final WideTangent whole;
  private final BlockBuilder builder;
  private final List<Item> items = new ArrayList<>();
  private final List<Put> puts = new ArrayList<>();

  /**
   * An operation that has a part in the tangents.
   *
   * @param tangents those of the element that is read or written, if one is
   */
  private record Item(Operation operation, Value tangents) {}

  /** The tangents of a value, which a vector receives at the end. */
  private record Put(Value value, Value vector) {}

  /** A product with a structural zero, perhaps. */
  private record Product(Operation.Elementary operation, int operand) {}

  /**
   * @param builder where the piece stands, and its loop is put
   */
  LaneSegment(WideTangent whole, BlockBuilder builder) {
    this.whole = whole;
    this.builder = builder;
  }

  void add(Operation.Elementary elementary) {
    items.add(new Item(elementary, null));
  }

  /**
   * A read or a write of a scalar in an array.
   *
   * @param tangents of this scalar
   */
  void add(Operation access, Value tangents) {
    items.add(new Item(access, tangents));
  }

  /** The vector is to hold the tangents of the value, when all others have been computed. */
  void put(Value value, Value vector) {
    puts.add(new Put(value, vector));
  }

  /** Appends the loop over all directions. */
  void end() {
    boolean matters =
        !puts.isEmpty()
            || items.stream()
                .anyMatch(
                    item ->
                        item.operation() instanceof Operation.Store
                            || whole.isKept(item.operation().results().get(0)));
    if (!matters) {
      return;
    }
    List<Product> delicate = new ArrayList<>();
    BlockBuilder guarded = new BlockBuilder().at(builder.at());
    loop(
        guarded,
        (term, seed, roots, operation, operand, body) -> {
          Value guard = whole.zeros().guarded(term, seed, roots, operation, operand, body);
          if (guard != term) {
            delicate.add(new Product(operation, operand));
          }
          return guard;
        });
    if (delicate.isEmpty()) {
      guarded.operations().forEach(builder::add);
      return;
    }
    Value areFinite = areFinite(delicate);
    BlockBuilder plain = new BlockBuilder().at(builder.at());
    loop(
        plain,
        (term, seed, roots, operation, operand, body) -> {
          whole.zeros().mark(term, whole.zeros().origin(seed));
          return term;
        });
    builder.add(
        new Operation.Branch(
            List.of(), areFinite, plain.yield(List.of()), guarded.yield(List.of()), builder.at()));
  }

  /** The difference of a number from itself is zero where it is finite, and NaN elsewhere. */
  private Value areFinite(List<Product> products) {
    Value sum = null;
    for (Product product : products) {
      Type type = whole.types().of(product.operation().result());
      Value slope =
          Rules.scale(product.operation(), product.operand(), builder.number(type, 1), builder);
      Value zero = builder.minus(slope, slope);
      sum = sum == null ? zero : builder.plus(sum, builder.convert(zero, sum.type()));
    }
    return builder.compare(Arithmetic.EQ, sum, builder.zero(sum.type()));
  }

  private void loop(BlockBuilder target, ElementaryTangent.Guard guard) {
    Traversal.forEachIndex(
        "k", whole.directions(), target, (k, body) -> new Lane(k, body, guard).run());
  }

  /** One direction. */
  private final class Lane {
    private final Map<Value, Value> tangents = new HashMap<>();
    private final Value direction;
    private final BlockBuilder body;
    private final ElementaryTangent.Guard guard;
    private final ElementaryTangent elementaries =
        new ElementaryTangent(whole.zeros(), whole.types());

    Lane(Value direction, BlockBuilder body, ElementaryTangent.Guard guard) {
      this.direction = direction;
      this.body = body;
      this.guard = guard;
    }

    void run() {
      for (Item item : items) {
        body.at(item.operation().at());
        if (item.operation() instanceof Operation.Elementary elementary) {
          set(elementary.result(), elementaries.of(elementary, this::tangent, guard, body));
        } else if (item.operation() instanceof Operation.Load load) {
          set(load.result(), load(load.result(), item.tangents()));
        } else if (item.operation() instanceof Operation.Store store) {
          Value tangent = body.convert(tangentOrZero(store.value()), store.value().type());
          body.store(item.tangents(), direction, tangent);
        }
      }
      List<Value> last = puts.stream().map(put -> tangentOrZero(put.value())).toList();
      for (Item item : items) {
        for (Value result : item.operation().results()) {
          if (whole.isKept(result) && tangents.containsKey(result)) {
            store(tangents.get(result), whole.make(result));
          }
        }
      }
      for (int i = 0; i < puts.size(); i++) {
        store(last.get(i), puts.get(i).vector());
      }
    }

    private void set(Value primal, Value tangent) {
      if (tangent != null) {
        whole.names().suggest(tangent, primal);
        tangents.put(primal, tangent);
      }
    }

    private Value load(Value primal, Value vector) {
      Value tangent = body.load(vector, direction);
      Value wide = body.convert(tangent, whole.types().of(primal));
      whole.zeros().mark(wide, whole.zeros().origin(vector));
      return wide;
    }

    private void store(Value tangent, Value vector) {
      whole.zeros().mark(vector, whole.zeros().origin(tangent));
      body.store(vector, direction, body.convert(tangent, vector.type().component()));
    }

    /** Null where it is structurally zero. */
    private Value tangent(Value primal) {
      if (!tangents.containsKey(primal) && whole.vector(primal) != null) {
        tangents.put(primal, load(primal, whole.vector(primal)));
      }
      return tangents.get(primal);
    }

    private Value tangentOrZero(Value primal) {
      Value tangent = tangent(primal);
      if (tangent != null) {
        return tangent;
      }
      Value zero = body.zero(whole.types().of(primal));
      whole.zeros().mark(zero, StructuralZeros.Origin.UNUSED);
      return zero;
    }
  }
}
