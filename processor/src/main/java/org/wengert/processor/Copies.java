package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Member;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;

/**
 * The private methods that the derivatives of the annotated methods of one class call, and those
 * that these call in their turn.
 */
final class Copies {
  private static final Pattern CALL = Pattern.compile("\\.([\\p{javaJavaIdentifierPart}]+)\\(");

  /** How many argument slots a method of the JVM can have; a double takes two. */
  private static final int MOST_SLOTS = 255;

  private final SiblingCallees callees;
  private final Pipeline pipeline;
  private final Maker maker;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Set<String> made = new HashSet<>();
  private final List<MethodSpec> unread = new ArrayList<>();
  private final Set<String> called = new LinkedHashSet<>();
  private final Set<Object> known = new HashSet<>();
  private final Map<String, Possible> single = new HashMap<>();
  private final List<Possible> families = new ArrayList<>();

  /** Makes methods of one that stands in a file. */
  interface Making {
    List<MethodSpec> of(SourceFile file) throws ProblemException;
  }

  /** Reports what is wrong with a method; it then has no copy. */
  interface Maker {
    List<MethodSpec> make(ExecutableElement method, Making making);
  }

  /** What can be made of a method: a family, or methods by name. */
  private record Possible(ExecutableElement method, Family family, Making making) {}

  Copies(SiblingCallees callees, Pipeline pipeline, List<Member> members, Maker maker) {
    this.callees = callees;
    this.pipeline = pipeline;
    this.maker = maker;
    members.stream().flatMap(member -> member.derivatives().all()).forEach(this::note);
  }

  /** Making one may ask for more. */
  List<MethodSpec> all() {
    int before;
    do {
      before = methods.size();
      addCopies();
      addRuled();
      addNested();
      called().forEach(this::addCalled);
    } while (methods.size() > before);
    return methods;
  }

  private void addCopies() {
    for (Optional<SiblingCallees.Copy> next = callees.nextCopy();
        next.isPresent();
        next = callees.nextCopy()) {
      SiblingCallees.Copy copy = next.get();
      ExecutableElement method = copy.method();
      add(method, file -> pipeline.copy(method, file, copy));
      if (copy.callee().derivatives().isPresent()) {
        Family.Source source = file -> pipeline.tangents(method, file, copy);
        offer(method, new Family(copy.callee().method(), source));
      }
    }
  }

  private void addRuled() {
    for (RuledCallees.Ruled ruled : callees.ruled()) {
      if (known.add(ruled)) {
        add(RuleBodies.of(ruled));
      }
    }
  }

  private void addNested() {
    for (NestedCopy nested : callees.nested()) {
      if (known.add(nested.method())) {
        new NestedMethods(nested, this).offer();
      }
    }
  }

  /** Knows a family from now on. */
  void offer(ExecutableElement method, Family family) {
    families.add(new Possible(method, family, null));
  }

  /** Knows from now on how to make some methods. */
  void offer(ExecutableElement method, Set<String> names, Making making) {
    names.forEach(name -> single.put(name, new Possible(method, null, making)));
  }

  /** Whether it is not known yet how to make the method of this name. */
  boolean isNew(String name) {
    return !single.containsKey(name);
  }

  private void addCalled(String name) {
    if (made.contains(name)) {
      return;
    }
    if (single.containsKey(name)) {
      add(single.get(name).method(), single.get(name).making());
      return;
    }
    for (Possible possible : families) {
      Optional<Making> making = possible.family().making(name);
      if (making.isPresent()) {
        made.add(name); // even if something is wrong with it
        add(possible.method(), making.get());
        return;
      }
    }
  }

  private void add(ExecutableElement method, Making making) {
    List<TypeName> exceptions =
        method.getThrownTypes().stream().map(TypeName::get).collect(Collectors.toList());
    Making checked =
        file -> {
          List<MethodSpec> some = making.of(file);
          if (some.stream().anyMatch(each -> slots(each) > MOST_SLOTS)) {
            throw new ProblemException(
                Message.NESTED_PARAMETERS,
                file.declaration(method).map(file::locate).orElse(Location.NONE),
                method.getSimpleName());
          }
          return some;
        };
    add(
        maker.make(method, checked).stream()
            .map(each -> throwing(each, exceptions))
            .collect(Collectors.toList()));
  }

  private static int slots(MethodSpec method) {
    return method.parameters().stream()
        .map(ParameterSpec::type)
        .mapToInt(type -> type.equals(TypeName.DOUBLE) || type.equals(TypeName.LONG) ? 2 : 1)
        .sum();
  }

  private static MethodSpec throwing(MethodSpec method, List<TypeName> exceptions) {
    List<TypeName> missing = new ArrayList<>(exceptions);
    missing.removeAll(method.exceptions());
    return missing.isEmpty() ? method : method.toBuilder().addExceptions(missing).build();
  }

  private void add(List<MethodSpec> some) {
    some.forEach(this::note);
    methods.addAll(asPrivate(some));
  }

  private void note(MethodSpec method) {
    made.add(method.name());
    unread.add(method);
  }

  /** The names that follow a dot. */
  private List<String> called() {
    if (!families.isEmpty() || !single.isEmpty()) {
      for (MethodSpec method : unread) {
        Matcher calls = CALL.matcher(method.code().toString());
        while (calls.find()) {
          called.add(calls.group(1));
        }
      }
      unread.clear();
    }
    return List.copyOf(called);
  }

  private static List<MethodSpec> asPrivate(List<MethodSpec> methods) {
    return methods.stream()
        .map(
            method ->
                method.modifiers().contains(Modifier.PRIVATE)
                    ? method
                    : method.toBuilder().addModifiers(Modifier.PRIVATE, Modifier.STATIC).build())
        .toList();
  }
}
