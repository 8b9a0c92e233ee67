package org.wengert.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.model.GeneratedMethod;
import org.wengert.processor.read.resolve.Resolver;
import org.wengert.processor.read.resolve.UnresolvedException;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;

/** The methods of one source file, each fenced and resolved once. */
final class Methods {
  private final SourceFile file;
  private final Resolver resolver;
  private final Map<ExecutableElement, Optional<MethodTree>> declarations = new HashMap<>();
  private final Map<ExecutableElement, Body> bodies = new HashMap<>();
  private final Map<ExecutableElement, CheckpointRequests> checkpoints = new HashMap<>();
  private Set<Name> records;

  Methods(SourceFile file, Resolver resolver) {
    this.file = file;
    this.resolver = resolver;
  }

  SourceFile file() {
    return file;
  }

  /** The method's declaration, if it stands in this file. */
  Optional<MethodTree> declaration(ExecutableElement method) {
    return method instanceof GeneratedMethod
        ? Optional.empty()
        : declarations.computeIfAbsent(method, file::declaration);
  }

  /** Which of its loops are to be checkpointed, once it is resolved. */
  CheckpointRequests checkpoints(ExecutableElement method) {
    return checkpoints.get(method);
  }

  private static boolean isOfRecord(ExecutableElement method) {
    return method.getEnclosingElement().getKind() == ElementKind.RECORD
        && !method.getModifiers().contains(Modifier.STATIC);
  }

  /** The simple names of the records that are declared in this file. */
  private Set<Name> records() {
    if (records == null) {
      Set<Name> names = new HashSet<>();
      new Scan() {
        @Override
        public Void visitClass(ClassTree tree, Void unused) {
          if (tree.getKind() == Tree.Kind.RECORD) {
            names.add(tree.getSimpleName());
          }
          return super.visitClass(tree, null);
        }
      }.scan(file.unit(), null);
      records = names;
    }
    return records;
  }

  /**
   * What the names in a method mean.
   *
   * @throws ProblemException if not even its parameters are certain
   */
  Body resolve(ExecutableElement method, MethodTree declaration) throws ProblemException {
    Body known = bodies.get(method);
    if (known != null) {
      return known;
    }
    Fence fence = Fence.around(file, declaration, records(), isOfRecord(method));
    List<Problem> problems = new ArrayList<>(fence.problems());
    CheckpointRequests requests = CheckpointRequests.of(file, declaration);
    problems.addAll(requests.problems());
    checkpoints.put(method, requests);
    try {
      Resolver.Attempt attempt = resolver.resolveAll(file.unit(), method, declaration);
      for (UnresolvedException failure : attempt.failures()) {
        Location at = file.locate(failure.tree());
        if (!failure.isFollowing() && !fence.covers(at)) {
          problems.add(Problem.of(Message.UNRESOLVED, at, failure.getMessage()));
        }
      }
      Body body = new Body(attempt.resolution(), fence, List.copyOf(problems));
      bodies.put(method, body);
      return body;
    } catch (UnresolvedException unresolved) {
      problems.add(
          Problem.of(Message.UNRESOLVED, file.locate(unresolved.tree()), unresolved.getMessage()));
      throw new ProblemException(problems);
    }
  }
}
