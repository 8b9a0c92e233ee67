package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Type;

/** A static method that is called, by what its declaration alone tells. */
record CalledMethod(ExecutableElement element) {
  TypeElement owner() {
    return (TypeElement) element.getEnclosingElement();
  }

  /** The class that holds its derivatives, if it is annotated. */
  ClassName sibling() {
    return Sibling.nameFor(ClassName.get(owner()));
  }

  Callee.Target target() {
    return new Callee.Target(
        owner().getQualifiedName().toString(), element.getSimpleName().toString());
  }

  /** As messages name it: {@code Model.f}. */
  String spelling() {
    return owner().getSimpleName() + "." + element.getSimpleName();
  }

  /** Whether it can have derivatives in a sibling. */
  boolean isVisibleToSibling() {
    Set<Modifier> modifiers = element.getModifiers();
    return modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE);
  }

  /** The positions of the parameters with these names, of all if there are none. */
  List<Integer> active(Set<String> wrt) {
    List<Integer> active = new ArrayList<>();
    for (int i = 0; i < element.getParameters().size(); i++) {
      VariableElement parameter = element.getParameters().get(i);
      boolean wanted = wrt.isEmpty() || wrt.contains(parameter.getSimpleName().toString());
      if (wanted && SourceTypes.of(parameter.asType()).map(Type::isDifferentiable).orElse(false)) {
        active.add(i);
      }
    }
    return active;
  }
}
