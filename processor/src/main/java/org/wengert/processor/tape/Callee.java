package org.wengert.processor.tape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method that a tape calls.
 *
 * @param owner the qualified name of the class that declares it
 * @param method its name
 * @param ofObject whether it is called on its first argument, an object; a static one otherwise
 * @param derivatives the methods that differentiate it; empty where there are none
 */
public record Callee(String owner, String method, boolean ofObject, Optional<Sweeps> derivatives) {

  /** Where a method stands, and its name. */
  public record Target(String owner, String name) {}

  /**
   * The methods that differentiate a method.
   *
   * @param whole both sweeps in one, of a method that stores nothing in the arrays it is given and
   *     returns a {@code double}, and of its tangent; empty for others
   * @param active the positions of the parameters that they are taken with respect to
   * @param origin where they come from
   * @param partials rules for partial derivatives that have derivatives of their own, by position
   *     of the parameter; empty where there are none
   * @param order 2 where the tangent has sweeps, or else the partial derivatives have; 3 where the
   *     tangent has a tangent, too; so on with the tangent of that; {@link #ANY} where whatever is
   *     called is made; 1 otherwise
   * @param level how often the tangent of something has been taken to come to the method itself
   * @param writes the positions of the arrays in which the method stores numbers, where that is
   *     known: then it replaces no rows, and hands out no array that it was given; empty where it
   *     may do whatever it likes with the arrays that it is differentiated by
   */
  public record Sweeps(
      Target tangent,
      Target forward,
      Target reverse,
      Optional<Target> whole,
      List<Integer> active,
      Origin origin,
      Map<Integer, Callee> partials,
      int order,
      int level,
      Optional<Set<Integer>> writes) {
    /** An order that is never reached. */
    public static final int ANY = 1 << 30;

    /** The order of a method that has derivatives up to the given one. */
    public static int upTo(int derivatives) {
      return 2 * derivatives - 1;
    }

    public Sweeps {
      active = List.copyOf(active);
      partials = Map.copyOf(partials);
      writes = writes.map(Set::copyOf);
    }

    /** The same from elsewhere. */
    public Sweeps with(Origin other) {
      return new Sweeps(
          tangent, forward, reverse, whole, active, other, partials, order, level, writes);
    }

    /** The same with both sweeps in one. */
    public Sweeps with(Target both) {
      return new Sweeps(
          tangent,
          forward,
          reverse,
          Optional.of(both),
          active,
          origin,
          partials,
          order,
          level,
          writes);
    }

    /** The same of a method that stores numbers in these arguments alone. */
    public Sweeps writing(Set<Integer> positions) {
      return new Sweeps(
          tangent,
          forward,
          reverse,
          whole,
          active,
          origin,
          partials,
          order,
          level,
          Optional.of(positions));
    }

    /** Generated ones: {@code fJvp}, {@code fForward} and {@code fReverse} for a base name. */
    public static Sweeps generated(String owner, String base, List<Integer> active, int order) {
      return new Sweeps(
          new Target(owner, base + "Jvp"),
          new Target(owner, base + "Forward"),
          new Target(owner, base + "Reverse"),
          Optional.empty(),
          active,
          Origin.GENERATED,
          Map.of(),
          order,
          0,
          Optional.empty());
    }

    /** Those of the tangent, which is called by its name: generated ones. */
    private Sweeps ofTangent() {
      List<Integer> all = new ArrayList<>();
      Set<Integer> written = new HashSet<>();
      for (int position : active) {
        int its = position + all.size() / 2;
        all.add(its);
        all.add(its + 1);
        if (writes.isPresent() && writes.get().contains(position)) {
          written.add(its);
          written.add(its + 1);
        }
      }
      Sweeps its =
          generated(
              tangent.owner(), tangent.name(), all, order == ANY ? ANY : Math.max(1, order - 2));
      return new Sweeps(
          its.tangent,
          its.forward,
          its.reverse,
          whole.map(both -> new Target(tangent.owner(), tangent.name() + "Adjoint")),
          its.active,
          origin == Origin.NESTED ? origin : Origin.TANGENT,
          its.partials,
          its.order,
          level + 1,
          writes.map(known -> written));
    }
  }

  /** Where derivatives of a method come from. */
  public enum Origin {
    /** From its body. */
    GENERATED,
    /** From rules of the user's own. */
    RULES,
    /** From the body of another method, whose derivative it is. */
    NESTED,
    /** Of a generated tangent. */
    TANGENT
  }

  /** Which of a method's forms is called. */
  public enum Form {
    /** The method itself. */
    PRIMAL,
    /**
     * Every active argument is followed by its tangent, every result by its own. Where the method
     * is a tangent itself, all results but the first are left in the tape storage.
     */
    TANGENT,
    /**
     * The method, leaving in the tape storage what its reverse sweep needs. Every active array is
     * followed by its adjoint array, and so is the result where it is an array.
     */
    FORWARD,
    /**
     * The reverse sweep of the latest forward one that has not been reversed yet. Takes the adjoint
     * of a scalar result and gives those of the active scalar arguments, in order; writes to the
     * adjoint arrays that the forward sweep was given.
     */
    REVERSE,
    /**
     * The method and its reverse sweep at once. Every active array is followed by its adjoint
     * array; the adjoints of the results come last. Gives the results and the adjoints of the
     * active scalar arguments, in order.
     */
    WHOLE
  }

  /** A form of the method. */
  public Target target(Form form) {
    return switch (form) {
      case PRIMAL -> new Target(owner, method);
      case TANGENT -> derivatives.orElseThrow().tangent();
      case FORWARD -> derivatives.orElseThrow().forward();
      case REVERSE -> derivatives.orElseThrow().reverse();
      case WHOLE -> derivatives.orElseThrow().whole().orElseThrow();
    };
  }

  /**
   * The tangent of the method as a method with derivatives of its own: generated ones with respect
   * to what the method is differentiated by, and to the tangents of that.
   */
  public Callee ofTangent() {
    Target tangent = target(Form.TANGENT);
    return of(tangent.owner(), tangent.name(), derivatives.map(Sweeps::ofTangent));
  }

  /** The runtime's checkpoints of a loop, see its documentation. */
  public static final String CHECKPOINTS = "org.wengert.Checkpoints";

  /** The runtime's zeros in the shape of its first argument, see its documentation. */
  public static final Callee ZEROS_LIKE = plain("org.wengert.ArrayTwins", "zerosLike");

  /** The runtime's Taylor series, see its documentation; others begin with this name. */
  public static final String SERIES = "org.wengert.Series";

  /** Whether this computes with Taylor series. */
  public boolean isOfSeries() {
    return owner.startsWith(SERIES);
  }

  /** Whether it can be run both ways at once, since it stores nothing in arrays it is given. */
  public boolean hasWhole() {
    return derivatives.flatMap(Sweeps::whole).isPresent();
  }

  /** Whether it only reads what it is given, and returns something new. */
  public boolean isPure() {
    return isStop() || isStep() || isOfSeries() || equals(ZEROS_LIKE);
  }

  /** Whether this is a library method that tells an order or a place: constant between steps. */
  public boolean isStep() {
    return switch (owner) {
      case "java.lang.Double", "java.lang.Float" -> method.equals("compare");
      case "java.util.Arrays" -> method.equals("binarySearch");
      default -> false;
    };
  }

  /** Whether this is a method of Java's own library. */
  public boolean isLibrary() {
    return owner.startsWith("java.");
  }

  /** Whether it only computes with what it is given, which never changes: numbers and text. */
  public boolean isOfValues() {
    return isStep()
        || switch (owner) {
          case "java.lang.String",
              "java.lang.Boolean",
              "java.lang.Character",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Float",
              "java.lang.Double" ->
              true;
          default -> ofObject && method.equals("ordinal");
        };
  }

  /** The name of the method whose tangent, or whose tangent's, this is. */
  public String original() {
    int level = derivatives.map(Sweeps::level).orElse(0);
    return method.substring(0, method.length() - level * "Jvp".length());
  }

  /** Whether this is the tangent of a tangent, which works on the open tape storage. */
  public boolean isTangentOfTangent() {
    return derivatives.map(sweeps -> sweeps.level() > 1).orElse(false);
  }

  /** Whether this makes the checkpoints of a loop, in the open tape storage. */
  public boolean makesCheckpoints() {
    return owner.equals(CHECKPOINTS) && !ofObject;
  }

  /** Whether this is the method at whose result, a copy, every derivative ends on purpose. */
  public boolean isStop() {
    return owner.equals("org.wengert.Differentiables") && method.equals("stopGradient");
  }

  /** A static method. */
  public static Callee of(String owner, String method, Optional<Sweeps> derivatives) {
    return new Callee(owner, method, false, derivatives);
  }

  /** A static method without derivatives. */
  public static Callee plain(String owner, String method) {
    return of(owner, method, Optional.empty());
  }

  /** A method of the object that is its first argument; it has no derivatives. */
  public static Callee ofObject(String owner, String method) {
    return new Callee(owner, method, true, Optional.empty());
  }
}
