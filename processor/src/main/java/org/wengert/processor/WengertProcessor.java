package org.wengert.processor;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.wengert.processor.custom.RuleCheck;
import org.wengert.processor.custom.RuleRequest;
import org.wengert.processor.message.Warning;

/**
 * Generates the derivatives of methods annotated with {@code @Differentiable}: for each class with
 * such methods one sibling in the same package.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  Request.ANNOTATION,
  RuleRequest.ANNOTATION,
  WengertProcessor.CHECKPOINTED
})
public final class WengertProcessor extends AbstractProcessor {
  /** Read where it stands, in methods that are differentiated; here so that it is known. */
  static final String CHECKPOINTED = "org.wengert.Checkpointed";

  private SiblingWriter writer;

  /**
   * Names of classes that wait for what other processors generate. Names, because the compiler
   * makes new elements for each round.
   */
  private Set<String> deferred = Set.of();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Arrays.stream(Warning.values()).map(Warning::option).collect(Collectors.toSet());
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    writer = new SiblingWriter(environment);
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // ours alone; unclaimed, javac would warn
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      return true; // What is unknown still, the compiler itself reports.
    }
    Set<String> postponed = new LinkedHashSet<>();
    Set<TypeElement> known = known(annotations);
    checkRules(known, round);
    for (TypeElement owner : owners(known, round)) {
      List<ExecutableElement> methods =
          ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
              .filter(method -> Request.on(method).isPresent())
              .toList();
      if (Unresolved.in(owner, methods)) {
        postponed.add(owner.getQualifiedName().toString());
      } else {
        writer.write(owner, methods);
      }
    }
    deferred = postponed;
    return true;
  }

  /** Eclipse's compiler tells of annotations too that it does not find, which it reports itself. */
  private static Set<TypeElement> known(Set<? extends TypeElement> annotations) {
    return annotations.stream()
        .filter(annotation -> annotation.getKind() == ElementKind.ANNOTATION_TYPE)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Derivative rules are looked at where they are compiled, used or not. */
  private void checkRules(Set<TypeElement> annotations, RoundEnvironment round) {
    RuleCheck check = new RuleCheck(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals(RuleRequest.ANNOTATION)) {
        for (ExecutableElement rule :
            ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))) {
          RuleRequest.on(rule)
              .flatMap(check::complaint)
              .ifPresent(
                  text ->
                      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, rule));
        }
      }
    }
  }

  /** The classes with annotated methods: those waiting, then those that are new in this round. */
  private Set<TypeElement> owners(Set<TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> owners = new LinkedHashSet<>();
    for (String name : deferred) {
      owners.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    for (TypeElement annotation : annotations) {
      if (!annotation.getQualifiedName().contentEquals(Request.ANNOTATION)) {
        continue;
      }
      for (ExecutableElement method :
          ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))) {
        owners.add((TypeElement) method.getEnclosingElement());
      }
    }
    return owners;
  }
}
