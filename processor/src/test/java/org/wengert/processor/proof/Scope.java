package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** What can be used at a place of a random method. */
final class Scope {
  private final Random random;
  private final List<Variable> variables = new ArrayList<>();
  private final Set<String> fixed = new HashSet<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> constants = new HashSet<>();
  private final Set<String> lent = new HashSet<>();
  private final Set<String> kept = new HashSet<>();
  private final List<Method> callable;
  private final List<String> loops = new ArrayList<>();
  private final List<Carrier> carriers = new ArrayList<>();
  private final Type result;
  private boolean lends = true;
  private int names;
  private int closed;

  Scope(Random random, Type result, List<Method> callable) {
    this.random = random;
    this.result = result;
    this.callable = callable;
  }

  Random random() {
    return random;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The records of the program, that are declared so far. */
  List<Carrier> carriers() {
    return carriers;
  }

  void know(Carrier carrier) {
    carriers.removeIf(known -> known.type() == carrier.type());
    carriers.add(carrier);
  }

  void know(List<Carrier> all) {
    all.forEach(this::know);
  }

  Type result() {
    return result;
  }

  List<Method> callable() {
    return callable;
  }

  String name(String beginning) {
    return beginning + names++;
  }

  void declare(Variable variable) {
    variables.add(variable);
  }

  /** An array that is a constant. */
  void declareConstant(Variable variable) {
    declareFixed(variable);
    constants.add(variable.name());
  }

  /** A constant array, which stays one. */
  Optional<Variable> constant(Type type) {
    return constant(type, lent, kept);
  }

  /**
   * A constant array, which a method may change that it is passed to: not one that is read in
   * place, since derivatives would be lost.
   */
  Optional<Variable> lent(Type type) {
    return lends ? constant(type, kept, lent) : Optional.empty();
  }

  void lendNothing() {
    lends = false;
  }

  private Optional<Variable> constant(Type type, Set<String> others, Set<String> used) {
    Optional<Variable> found =
        any(
            variable ->
                variable.type() == type
                    && constants.contains(variable.name())
                    && !others.contains(variable.name()));
    found.ifPresent(variable -> used.add(variable.name()));
    return found;
  }

  /** One that must not be assigned, nor, if it is an array, changed or renamed. */
  void declareFixed(Variable variable) {
    declare(variable);
    fixed.add(variable.name());
  }

  /** An array of {@link Local#FEW} numbers, of which only elements at known places are used. */
  void declareSmall(Variable variable) {
    declareFixed(variable);
    small.add(variable.name());
  }

  Optional<Variable> small() {
    return any(variable -> small.contains(variable.name()));
  }

  int size() {
    return variables.size();
  }

  void leave(int size) {
    variables.subList(size, variables.size()).clear();
  }

  Optional<Variable> any(Type type) {
    return any(variable -> variable.type() == type && !small.contains(variable.name()));
  }

  Optional<Variable> free(Type type) {
    return any(variable -> variable.type() == type && !fixed.contains(variable.name()));
  }

  /** The parameter that says how often a method may still call itself. */
  Optional<Variable> depth() {
    return any(variable -> variable.name().equals(Programs.DEPTH));
  }

  /** The one declared last. */
  Optional<Variable> last(Type type) {
    return variables.stream()
        .filter(variable -> variable.type() == type && !small.contains(variable.name()))
        .reduce((a, b) -> b);
  }

  private Optional<Variable> any(Predicate<Variable> fits) {
    List<Variable> fitting = variables.stream().filter(fits).toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(one(fitting));
  }

  /** The labels of the loops around, null where there is none; nothing where no jump may leave. */
  List<String> loops() {
    return closed > 0 ? List.of() : loops;
  }

  boolean mayLeave() {
    return closed == 0;
  }

  void enter(String label) {
    loops.add(label);
  }

  void leaveLoop() {
    loops.remove(loops.size() - 1);
  }

  /** Enters what no jump may leave. */
  void close() {
    closed++;
  }

  void open() {
    closed--;
  }
}
