package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Member;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.source.SourceFile;

/** The private methods that the derivatives of the annotated methods of one class call. */
final class Copies {
  private final SiblingCallees callees;
  private final Pipeline pipeline;
  private final Maker maker;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final List<SiblingCallees.Copy> first = new ArrayList<>();
  private final StringBuilder calls = new StringBuilder();

  /** Makes methods of one that stands in a file. */
  interface Making {
    List<MethodSpec> of(SourceFile file) throws ProblemException;
  }

  /** Reports what is wrong with a method; it then has no copy. */
  interface Maker {
    List<MethodSpec> make(ExecutableElement method, Making making);
  }

  Copies(SiblingCallees callees, Pipeline pipeline, List<Member> members, Maker maker) {
    this.callees = callees;
    this.pipeline = pipeline;
    this.maker = maker;
    members.stream().flatMap(member -> member.derivatives().all()).forEach(calls::append);
  }

  /** Making one may ask for more. */
  List<MethodSpec> all() {
    for (Optional<SiblingCallees.Copy> next = callees.nextCopy();
        next.isPresent();
        next = callees.nextCopy()) {
      SiblingCallees.Copy copy = next.get();
      add(maker.make(copy.method(), file -> pipeline.copy(copy.method(), file, copy)));
      if (!copy.nested()) {
        first.add(copy);
      }
    }
    callees.ruled().forEach(ruled -> add(pipeline.ruled(ruled)));
    callees.nested().forEach(nested -> add(pipeline.nested(nested)));
    while (first.removeIf(this::addSecond)) {
      // what has been added may call others
    }
    return methods;
  }

  /** Second derivatives of copies are made where something calls them. */
  private boolean addSecond(SiblingCallees.Copy copy) {
    Names tangent = new Names(new Names(copy.callee().method()).jvp());
    boolean called =
        Stream.of(tangent.forward(), tangent.reverse(), tangent.jvp())
            .anyMatch(name -> calls.indexOf("." + name + "(") >= 0);
    if (called) {
      add(maker.make(copy.method(), file -> pipeline.secondOfCopy(copy.method(), file, copy)));
    }
    return called;
  }

  private void add(List<MethodSpec> made) {
    made.forEach(calls::append);
    methods.addAll(asPrivate(made));
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
