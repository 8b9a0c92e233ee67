package org.wengert.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
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
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.wengert.processor.custom.RuleCheck;
import org.wengert.processor.custom.RuleRequest;
import org.wengert.processor.sibling.Rules;

/**
 * Generates the derivatives of methods annotated with {@code @Differentiable}: for each class with
 * such methods one sibling in the same package.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  Request.ANNOTATION,
  RuleRequest.ANNOTATION,
  WengertProcessor.CHECKPOINTED,
  WengertProcessor.SIBLING,
  WengertProcessor.SWEEP,
  WengertProcessor.USE_RULES
})
public final class WengertProcessor extends AbstractProcessor {
  /** Read where it stands, in methods that are differentiated; here so that it is known. */
  static final String CHECKPOINTED = "org.wengert.Checkpointed";

  /** Stands on generated classes; here, too, so that it is known. */
  static final String SIBLING = "org.wengert.Sibling";

  /** Stands on generated methods; here, too, so that it is known. */
  static final String SWEEP = "org.wengert.Sweep";

  /** Read where rules are looked for. */
  static final String USE_RULES = "org.wengert.UseRules";

  private SiblingWriter writer;

  /** What is wrong with the options, until it is said. */
  private List<String> complaints = List.of();

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
    return Option.all().stream().map(Option::name).collect(Collectors.toSet());
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Options options = Options.of(environment.getOptions());
    complaints = options.complaints();
    writer = new SiblingWriter(environment, options);
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // ours alone; unclaimed, javac would warn
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      return true; // What is unknown still, the compiler itself reports.
    }
    complaints.forEach(
        text -> processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text));
    complaints = List.of();
    Set<String> postponed = new LinkedHashSet<>();
    checkRules(annotations, round);
    for (TypeElement owner : owners(annotations, round)) {
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

  /** Derivative rules are looked at where they are compiled, used or not; and written down. */
  private void checkRules(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    RuleCheck check = new RuleCheck(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    Set<TypeElement> owners = new LinkedHashSet<>();
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals(RuleRequest.ANNOTATION)) {
        for (ExecutableElement rule :
            ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))) {
          owners.add((TypeElement) rule.getEnclosingElement());
          RuleRequest.on(rule)
              .flatMap(check::complaint)
              .ifPresent(
                  text ->
                      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, rule));
        }
      }
    }
    owners.forEach(this::writeRules);
  }

  private void writeRules(TypeElement owner) {
    if (SiblingWriter.privateClass(owner).isEmpty()) {
      GeneratedFiles files = new GeneratedFiles(processingEnv);
      Rules rules =
          new Rules(ClassName.get(owner), GeneratedFiles.isPublic(owner), RuleEntries.in(owner));
      files.write(rules.toJavaFile(owner, files.annotation(owner)), owner);
    }
  }

  /** The classes with annotated methods: those waiting, then those that are new in this round. */
  private Set<TypeElement> owners(Set<? extends TypeElement> annotations, RoundEnvironment round) {
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
