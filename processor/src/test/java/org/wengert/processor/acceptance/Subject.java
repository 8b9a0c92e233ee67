package org.wengert.processor.acceptance;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An annotated method with all that was generated for it, seen as a function of flat vectors: its
 * inputs are the numbers in its active parameters, in order, an array that is passed twice counting
 * once; its outputs are the numbers of the result and then what the active arrays hold at the end.
 */
final class Subject {
  private static final List<Integer> FIRST = List.of(0);

  private final Class<?> sibling;
  private final String base;
  private final Method primal;
  private final Method jvp;
  private final Method vjp;
  private final List<Integer> active = new ArrayList<>();
  private final List<Integer> activeArrays = new ArrayList<>();

  private Subject(Class<?> sibling, String base, Method primal, Method jvp, Method vjp) {
    this.sibling = sibling;
    this.base = base;
    this.primal = primal;
    this.jvp = jvp;
    this.vjp = vjp;
    for (int i = 0, j = 0; i < primal.getParameterCount(); i++, j++) {
      if (isFollowedByTangent(primal.getParameters()[i], jvp.getParameters(), j)) {
        j++;
        active.add(i);
        if (primal.getParameterTypes()[i].isArray()) {
          activeArrays.add(i);
        }
      }
    }
  }

  /** What the generated class differentiates; every method of it belongs to one of them. */
  static List<Subject> of(Class<?> owner, Class<?> sibling) throws NoSuchMethodException {
    List<Subject> subjects = new ArrayList<>();
    for (Method jvp : sibling.getDeclaredMethods()) {
      if (jvp.getName().endsWith("Jvp") && !Modifier.isPrivate(jvp.getModifiers())) {
        String base = jvp.getName().substring(0, jvp.getName().length() - 3);
        subjects.add(
            new Subject(sibling, base, primal(owner, jvp), jvp, named(sibling, base + "Vjp")));
      }
    }
    return subjects;
  }

  private static Method primal(Class<?> owner, Method jvp) throws NoSuchMethodException {
    for (Method candidate : owner.getDeclaredMethods()) {
      if (jvp.getName().equals(candidate.getName() + "Jvp")) {
        candidate.setAccessible(true);
        return candidate;
      }
    }
    throw new NoSuchMethodException("what " + jvp + " is the derivative of");
  }

  private static Method named(Class<?> sibling, String name) throws NoSuchMethodException {
    return find(sibling, name).orElseThrow(() -> new NoSuchMethodException(name));
  }

  private static Optional<Method> find(Class<?> sibling, String name) {
    return Arrays.stream(sibling.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .peek(method -> method.setAccessible(true))
        .findFirst();
  }

  private static boolean isFollowedByTangent(Parameter parameter, Parameter[] all, int position) {
    return position + 1 < all.length
        && all[position + 1].getName().equals(parameter.getName() + "Dot");
  }

  String name() {
    return base;
  }

  Parameter[] parameters() {
    return primal.getParameters();
  }

  boolean isActive(int position) {
    return active.contains(position);
  }

  List<Integer> active() {
    return active;
  }

  List<Integer> constants() {
    List<Integer> constants = new ArrayList<>();
    for (int i = 0; i < primal.getParameterCount(); i++) {
      if (!isActive(i)) {
        constants.add(i);
      }
    }
    return constants;
  }

  boolean isVoid() {
    return primal.getReturnType() == void.class;
  }

  boolean returnsArray() {
    return primal.getReturnType().isArray();
  }

  /** A method generated beside the two sweeps, by the end of its name. */
  Optional<Method> generated(String suffix) {
    return find(sibling, base + suffix);
  }

  /** What a call returned and left behind. */
  record Outcome(Object result, Arguments after) {
    boolean sameAs(Outcome other) {
      return Arrays.deepEquals(new Object[] {result}, new Object[] {other.result})
          && after.sameAs(other.after);
    }

    @Override
    public String toString() {
      return Arrays.deepToString(new Object[] {result}) + " and leaves " + after;
    }
  }

  /** What a sweep says of the primal, and the tangents of outputs or the adjoints of inputs. */
  record Sweep(Outcome primal, double[] derivative) {}

  double[] inputs(Arguments at) {
    return at.slots(active).stream().mapToDouble(Slot::get).toArray();
  }

  /** The arguments with other inputs. */
  Arguments with(Arguments at, double[] inputs) {
    Arguments moved = at.copy();
    set(moved.slots(active), inputs, 0);
    return moved;
  }

  Outcome value(Arguments at) throws Exception {
    Arguments after = at.copy();
    Object[] all = new Object[primal.getParameterCount()];
    Arrays.setAll(all, after::get);
    return new Outcome(invoke(primal, all), after);
  }

  double[] outputs(Outcome outcome) {
    return outputs(outcome.result, outcome.after);
  }

  private double[] outputs(Object result, Arguments arrays) {
    List<Slot> slots = new ArrayList<>(new Arguments(result).slots(isVoid() ? List.of() : FIRST));
    slots.addAll(arrays.slots(activeArrays));
    return slots.stream().mapToDouble(Slot::get).toArray();
  }

  Sweep jvp(Arguments at, double[] tangents) throws Exception {
    Arguments after = at.copy();
    Arguments dots = with(at, tangents);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < primal.getParameterCount(); i++) {
      all.add(after.get(i));
      if (isActive(i)) {
        all.add(dots.get(i));
      }
    }
    Object dual = invoke(jvp, all.toArray());
    Object result = isVoid() ? null : component(dual, "value");
    Object resultDot = isVoid() ? null : component(dual, "tangent");
    return new Sweep(new Outcome(result, after), outputs(resultDot, dots));
  }

  Sweep vjp(Arguments at, double[] seeds) throws Exception {
    Arguments after = at.copy();
    Arguments bars = at.copy();
    Arguments seed = new Arguments(isVoid() ? null : value(at).result).copy();
    List<Slot> slots = new ArrayList<>(isVoid() ? List.of() : seed.slots(FIRST));
    slots.addAll(bars.slots(activeArrays));
    set(slots, seeds, 0);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < primal.getParameterCount(); i++) {
      all.add(after.get(i));
      if (activeArrays.contains(i)) {
        all.add(bars.get(i));
      }
    }
    if (!isVoid()) {
      all.add(seed.get(0));
    }
    Object returned = invoke(vjp, all.toArray());
    boolean record = active.size() > activeArrays.size();
    Object result = record && !isVoid() ? component(returned, "value") : returned;
    return new Sweep(
        new Outcome(isVoid() ? null : result, after), adjoints(record ? returned : null, bars));
  }

  /** The numbers of the active parameters: scalars by a record's components, arrays as given. */
  double[] adjoints(Object record, Arguments bars) throws Exception {
    Object[] all = new Object[primal.getParameterCount()];
    for (int position : active) {
      all[position] =
          activeArrays.contains(position)
              ? bars.get(position)
              : component(record, parameters()[position].getName());
    }
    return inputs(new Arguments(all));
  }

  private static void set(List<Slot> slots, double[] values, int from) {
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(values[from + i]);
    }
  }

  static Object component(Object record, String name) throws Exception {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  static Object invoke(Method method, Object... arguments) throws Exception {
    try {
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  static int length(Object array) {
    return Array.getLength(array);
  }
}
