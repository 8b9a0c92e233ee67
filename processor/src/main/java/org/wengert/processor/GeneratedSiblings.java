package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.model.Blueprint;
import org.wengert.processor.model.DeclaredMembers;
import org.wengert.processor.model.Derivative;
import org.wengert.processor.model.GeneratedClass;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Parameter;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.sibling.Signature;

/**
 * The siblings of classes with annotated methods, as methods that call derivatives see them. Known
 * from the declarations of these methods, so that it does not matter whether they have been written
 * yet, or long ago.
 */
final class GeneratedSiblings implements Function<String, Optional<GeneratedClass>> {
  static final String SUFFIX = Sibling.nameFor(ClassName.get("", "X")).simpleName().substring(1);

  private final Elements elements;
  private final Types types;
  private final Signatures signatures;
  private final Map<String, Optional<GeneratedClass>> known = new HashMap<>();

  GeneratedSiblings(Elements elements, Types types, Signatures signatures) {
    this.elements = elements;
    this.types = types;
    this.signatures = signatures;
  }

  @Override
  public Optional<GeneratedClass> apply(String name) {
    Optional<GeneratedClass> found = known.get(name);
    if (found == null) {
      found = find(name);
      known.put(name, found);
    }
    return found;
  }

  private Optional<GeneratedClass> find(String name) {
    if (name.endsWith(SUFFIX)) {
      return owner(name).map(this::sibling);
    }
    int dot = name.lastIndexOf('.');
    return dot < 0 || !name.substring(0, dot).endsWith(SUFFIX)
        ? Optional.empty()
        : apply(name.substring(0, dot))
            .flatMap(
                sibling ->
                    ElementFilter.typesIn(sibling.getEnclosedElements()).stream()
                        .filter(type -> type.getQualifiedName().contentEquals(name))
                        .findFirst()
                        .map(GeneratedClass.class::cast));
  }

  /** The class whose sibling has this name. */
  private Optional<TypeElement> owner(String name) {
    String base = name.substring(0, name.length() - SUFFIX.length());
    int start = base.lastIndexOf('.') + 1;
    List<String> candidates = new ArrayList<>(List.of(base));
    for (int i = start; i < base.length(); i++) {
      if (base.charAt(i) == '_') {
        for (String candidate : List.copyOf(candidates)) {
          candidates.add(candidate.substring(0, i) + "." + candidate.substring(i + 1));
        }
      }
    }
    return candidates.stream()
        .map(elements::getTypeElement)
        .filter(type -> type != null && annotated(type).size() > 0)
        .filter(type -> Sibling.nameFor(ClassName.get(type)).canonicalName().equals(name))
        .findFirst();
  }

  private List<ExecutableElement> annotated(TypeElement type) {
    return ElementFilter.methodsIn(DeclaredMembers.of(type, elements)).stream()
        .filter(method -> Request.on(method).isPresent())
        .toList();
  }

  private GeneratedClass sibling(TypeElement owner) {
    boolean isPublic = owner.getModifiers().contains(Modifier.PUBLIC);
    String name = Sibling.nameFor(ClassName.get(owner)).simpleName();
    Blueprint blueprint =
        new Blueprint(elements, types, elements.getPackageOf(owner), name, isPublic);
    for (ExecutableElement method : annotated(owner)) {
      signatures
          .of(method, Request.on(method).orElseThrow())
          .ifPresent(signature -> add(method, signature, blueprint));
    }
    return blueprint.sibling();
  }

  private void add(ExecutableElement method, Signature signature, Blueprint blueprint) {
    Names names = new Names(signature.base());
    List<Parameter> parameters = signature.parameters();
    List<TypeMirror> own = new ArrayList<>();
    List<TypeMirror> withTangents = new ArrayList<>();
    List<TypeMirror> withAdjoints = new ArrayList<>();
    Map<String, TypeMirror> scalars = new LinkedHashMap<>();
    Map<String, TypeMirror> all = new LinkedHashMap<>();
    TypeMirror result = method.getReturnType();
    boolean isVoid = result.getKind() == TypeKind.VOID;
    if (!isVoid) {
      scalars.put("value", result);
      all.put("value", result);
    }
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      String name = parameters.get(i).name();
      own.add(type);
      withTangents.add(type);
      withAdjoints.add(type);
      if (parameters.get(i).active()) {
        withTangents.add(type);
        all.put(name, type);
        if (parameters.get(i).type().isArray()) {
          withAdjoints.add(type);
        } else {
          scalars.put(name, type);
        }
      }
    }
    if (!isVoid) {
      withAdjoints.add(result);
    }
    List<? extends TypeMirror> thrown = method.getThrownTypes();
    TypeMirror dual =
        signature
            .jvpRecord()
            .map(record -> elements.getTypeElement(record.canonicalName()).asType())
            .orElse(result);
    Adder adder =
        (name, type, given, form) ->
            blueprint.addMethod(name, type, given, thrown, new Derivative(method, form));
    adder.add(names.jvp(), dual, withTangents, Derivative.Form.JVP);
    TypeMirror ofVjp =
        signature.vjpRecord().isPresent()
            ? blueprint.addRecord(names.vjpRecord(), scalars)
            : result;
    adder.add(names.vjp(), ofVjp, withAdjoints, Derivative.Form.VJP);
    if (signature.returnsScalar()) {
      TypeMirror gradient = blueprint.addRecord(names.gradientRecord(), all);
      adder.add(names.gradient(), gradient, own, Derivative.Form.GRADIENT);
    }
    if (signature.returnsScalar()) {
      boolean isThere = signature.hasHessian();
      TypeMirror product = blueprint.addRecord(names.hvpRecord(), all);
      Derivative.Form ofProduct = isThere ? Derivative.Form.HVP : Derivative.Form.SECOND_ORDER;
      adder.add(names.hvp(), product, withTangents, ofProduct);
      TypeMirror rows = types.getArrayType(types.getArrayType(result));
      Derivative.Form ofRows = isThere ? Derivative.Form.HESSIAN : Derivative.Form.SECOND_ORDER;
      adder.add(names.hessian(), rows, own, ofRows);
    }
    if (signature.wanted().taylor()) {
      List<TypeMirror> withOrder = new ArrayList<>(withTangents);
      withOrder.add(types.getPrimitiveType(TypeKind.INT));
      adder.add(names.taylor(), types.getArrayType(result), withOrder, Derivative.Form.TAYLOR);
    }
    if (signature.returnsArray()) {
      TypeMirror rows = types.getArrayType(result);
      adder.add(names.jacobian(), rows, own, Derivative.Form.JACOBIAN);
    }
  }

  private interface Adder {
    void add(String name, TypeMirror type, List<TypeMirror> given, Derivative.Form form);
  }
}
