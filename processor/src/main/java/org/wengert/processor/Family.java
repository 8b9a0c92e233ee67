package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.source.SourceFile;

/**
 * The tangents of a method and all sweeps, by their names: each is made when it is called.
 *
 * @param base the method's name
 * @param source what they are made of
 */
record Family(String base, Source source) {
  private static final String TANGENT = new Names("").jvp();
  private static final String FORWARD = new Names("").forward();
  private static final String REVERSE = new Names("").reverse();

  private static final String WHOLE = new Names("").whole();

  /** Gives a method and its tangents. */
  interface Source {
    Tangents of(SourceFile file) throws ProblemException;
  }

  /** How to make the method of this name, and what comes with it; empty where it is no member. */
  Optional<Copies.Making> making(String name) {
    if (!name.startsWith(base)) {
      return Optional.empty();
    }
    String rest = name.substring(base.length());
    int order = 0;
    while (rest.startsWith(TANGENT)) {
      rest = rest.substring(TANGENT.length());
      order++;
    }
    int level = order;
    if (rest.equals(FORWARD) || rest.equals(REVERSE)) {
      return Optional.of(file -> sweeps(source.of(file), level));
    }
    if (rest.equals(WHOLE) && level > 0) {
      return Optional.of(file -> source.of(file).whole(level));
    }
    return rest.isEmpty() && level > 0
        ? Optional.of(file -> source.of(file).tangent(level))
        : Optional.empty();
  }

  private static List<MethodSpec> sweeps(Tangents tangents, int level) throws ProblemException {
    Emitter.Pair pair = tangents.sweeps(level);
    List<MethodSpec> methods = new ArrayList<>(Bodies.of(pair.forward()));
    methods.addAll(Bodies.of(pair.reverse()));
    return methods;
  }
}
