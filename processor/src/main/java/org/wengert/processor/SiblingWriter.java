package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.wengert.processor.message.Caution;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.model.ModelElements;
import org.wengert.processor.model.ModelTypes;
import org.wengert.processor.read.DerivativeCalls;
import org.wengert.processor.sibling.Collisions;
import org.wengert.processor.sibling.Conventions;
import org.wengert.processor.sibling.Member;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.source.Sources;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;

/**
 * Writes the sibling of one class: the derivatives of all its annotated methods that have any. What
 * is wrong with one method does not keep the others from being reported, or generated.
 */
final class SiblingWriter {
  private final ProcessingEnvironment environment;
  private final Messager messager;
  private final Sources sources;
  private final Switches switches;
  private final GeneratedFiles files;
  private final Set<Caution> said = new HashSet<>();
  private final Set<Problem> problems = new HashSet<>();
  private final Set<String> obstacles = new HashSet<>();
  private final Explanations explanations;

  SiblingWriter(ProcessingEnvironment environment, Options options) {
    this.environment = environment;
    this.messager = environment.getMessager();
    this.sources = Sources.of(environment);
    this.files = new GeneratedFiles(environment);
    this.switches = new Switches(options);
    this.explanations = new Explanations(options);
  }

  /**
   * A mistake of the processor's own is reported, too, and concerns this class only.
   *
   * @param methods the annotated methods of {@code owner}, in the order of the source
   */
  void write(TypeElement owner, List<ExecutableElement> methods) {
    try {
      writeSibling(owner, methods);
    } catch (RuntimeException | Error mistake) {
      report(mistake, methods.get(0));
    }
  }

  private void writeSibling(TypeElement owner, List<ExecutableElement> methods) {
    Optional<TypeElement> hidden = privateClass(owner);
    if (hidden.isPresent()) {
      error(hidden.get(), Message.PRIVATE_CLASS, hidden.get().getSimpleName());
      return;
    }
    int protocol = RuntimeLibrary.protocol(environment.getElementUtils());
    if (protocol != Conventions.PROTOCOL) {
      error(owner, Message.RUNTIME_OF_ANOTHER_VERSION, Conventions.PROTOCOL, protocol);
      return;
    }
    Elements elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    Signatures signatures = new Signatures(elements, method -> sources.fileOf(method).isEmpty());
    SiblingCallees callees =
        new SiblingCallees(
            owner,
            elements,
            types,
            signatures,
            method -> isInFileOf(method, methods.get(0)),
            methods.stream().mapToInt(this::orderOfCallees).max().orElse(1));
    GeneratedSiblings siblings = new GeneratedSiblings(elements, types, signatures);
    Pipeline pipeline =
        new Pipeline(
            new Primals(
                new ModelElements(elements, siblings),
                new ModelTypes(types, elements.getTypeElement("java.lang.Object").asType()),
                callees));
    said.clear();
    problems.clear();
    explanations.clear();
    List<Member> members = members(methods, pipeline);
    List<MethodSpec> copies =
        new Copies(callees, pipeline, members, makerFor(methods.get(0))).all();
    if (!members.isEmpty()) {
      Sibling sibling =
          new Sibling(
              ClassName.get(owner),
              GeneratedFiles.isPublic(owner),
              files.annotation(owner),
              members,
              copies,
              callees.hidden(),
              callees.demands(),
              callees.reliances());
      files.write(sibling.toJavaFile(owner), owner);
      explain(owner);
    }
  }

  private boolean isInFileOf(ExecutableElement some, ExecutableElement other) {
    return sources
        .fileOf(some)
        .flatMap(file -> sources.fileOf(other).map(its -> its.unit() == file.unit()))
        .orElse(false);
  }

  private int orderOfCallees(ExecutableElement method) {
    boolean mayBeNested =
        sources
            .fileOf(method)
            .map(file -> DerivativeCalls.mayBeIn(file.unit(), GeneratedSiblings.SUFFIX))
            .orElse(false);
    return mayBeNested
        ? Callee.Sweeps.ANY
        : Callee.Sweeps.upTo(Request.on(method).orElseThrow().highestOrder());
  }

  /**
   * What is wrong with a copy is reported at the method, but never in another file.
   *
   * @param first one in the file that is being read
   */
  private Copies.Maker makerFor(ExecutableElement first) {
    return (method, making) -> make(isInFileOf(method, first) ? method : first, making);
  }

  private List<MethodSpec> make(ExecutableElement method, Copies.Making making) {
    SourceFile file = sources.fileOf(method).orElseThrow();
    try {
      return making.of(file);
    } catch (ProblemException e) {
      e.problems().stream()
          .filter(problems::add) // several derivatives of a copy may have the same
          .forEach(problem -> file.report(problem, method));
    } catch (RuntimeException | Error mistake) {
      report(mistake, method);
    }
    return List.of();
  }

  /** The class itself or the innermost class around it that nothing beside it can see. */
  static Optional<TypeElement> privateClass(TypeElement owner) {
    for (Element type = owner; type instanceof TypeElement; type = type.getEnclosingElement()) {
      if (type.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of((TypeElement) type);
      }
    }
    return Optional.empty();
  }

  private List<Member> members(List<ExecutableElement> methods, Pipeline pipeline) {
    Collisions collisions = new Collisions();
    List<Member> members = new ArrayList<>();
    for (ExecutableElement method : methods) {
      try {
        member(method, collisions, pipeline).ifPresent(members::add);
      } catch (RuntimeException | Error mistake) {
        report(mistake, method);
      }
    }
    return members;
  }

  /** Of what several methods share, one warning is enough. */
  private void warn(Caution caution, ExecutableElement method, SourceFile file) {
    Severity severity = switches.severity(caution.kind(), method);
    if (severity == Severity.OFF || !said.add(caution)) {
      return;
    }
    if (severity == Severity.ERROR) {
      file.report(caution.problem(), method);
    } else {
      file.warn(caution.problem(), method);
    }
  }

  /** Empty where something is wrong with the method, which is reported. */
  private Optional<Member> member(
      ExecutableElement method, Collisions collisions, Pipeline pipeline) {
    Optional<SourceFile> file = sources.fileOf(method);
    if (file.isEmpty()) {
      reportObstacle(method);
      return Optional.empty();
    }
    try {
      Signature signature = signature(method, file.get());
      Optional<Collisions.Collision> collision = collisions.add(signature);
      if (collision.isEmpty()) {
        Pipeline.Result result = pipeline.differentiate(method, signature, file.get());
        result.cautions().forEach(caution -> warn(caution, method, file.get()));
        explanations.add(result.tapes(), file.get());
        return Optional.of(new Member(signature, result.derivatives()));
      }
      error(
          method,
          Message.COLLIDING_METHODS,
          collision.get().earlier().spelling(),
          signature.spelling(),
          collision.get().member());
    } catch (DeclarationException e) {
      e.problems().forEach(problem -> problem.report(messager, file.get(), method));
      if (e.isOfAnnotation()) {
        bodyProblems(method, pipeline, file.get())
            .forEach(problem -> file.get().report(problem, method));
      }
    } catch (ProblemException e) {
      e.problems().forEach(problem -> file.get().report(problem, method));
    }
    return Optional.empty();
  }

  private static List<Problem> bodyProblems(
      ExecutableElement method, Pipeline pipeline, SourceFile file) {
    try {
      return pipeline.problemsIn(method, file);
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  private static Signature signature(ExecutableElement method, SourceFile file)
      throws DeclarationException {
    Location result =
        file.declaration(method)
            .map(tree -> file.locate(tree.getReturnType()))
            .orElse(Location.NONE);
    return SignatureReader.read(method, Request.on(method).orElseThrow(), result);
  }

  private void explain(TypeElement owner) {
    try {
      explanations.write(owner, environment.getFiler());
    } catch (IOException e) {
      error(owner, Message.CANNOT_WRITE, Explanations.baseName(owner), e.getMessage());
    }
  }

  /** Once is enough for what concerns several methods. */
  private void reportObstacle(ExecutableElement method) {
    String obstacle = sources.obstacle(method);
    if (obstacles.add(obstacle)) {
      messager.printMessage(Diagnostic.Kind.ERROR, obstacle, method);
    }
  }

  /**
   * Any error, as also the stack and the memory can end; what is left of them is enough for this.
   */
  private void report(Throwable mistake, ExecutableElement method) {
    error(method, Message.INTERNAL_ERROR, method.getSimpleName(), description(mistake));
  }

  /** The mistake, and the place in the processor, on one line. */
  private static String description(Throwable mistake) {
    String text = String.valueOf(mistake).lines().findFirst().orElse("");
    String root = WengertProcessor.class.getPackageName();
    return Arrays.stream(mistake.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(root))
        .findFirst()
        .map(frame -> text + " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse(text);
  }

  private void error(Element element, Message message, Object... arguments) {
    DeclarationProblem.on(element, message, arguments).report(messager);
  }
}
