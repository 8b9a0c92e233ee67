package org.wengert.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.wengert.processor.message.Message;
import org.wengert.processor.model.DeclaredMembers;
import org.wengert.processor.model.GeneratedClass;
import org.wengert.processor.tape.Type;

/** The records whose values can be taken apart: those of the file, of what a tape computes with. */
final class Layouts {
  /** The components of a {@code Dual}. */
  private static final List<String> DUAL = List.of("value", "tangent");

  private final Elements elements;
  private final TapeTypes tapeTypes;
  private final Methods methods;
  private final Map<Type, Layout> known = new HashMap<>();
  private final Set<TypeElement> open = new LinkedHashSet<>();

  Layouts(Elements elements, TapeTypes tapeTypes, Methods methods) {
    this.elements = elements;
    this.tapeTypes = tapeTypes;
    this.methods = methods;
  }

  /** Why a type has no place in a derivative, in the words of a message. */
  record Refusal(Message message, List<Object> arguments) {
    static Refusal of(Message message, Object... arguments) {
      return new Refusal(message, List.of(arguments));
    }
  }

  /** The layout of a record that has been met already. */
  Optional<Layout> of(Type type) {
    return Optional.ofNullable(known.get(type));
  }

  /** Empty where the type is no record that can be taken apart. */
  Optional<Layout> of(TypeMirror type) {
    Optional<TypeElement> record = recordOf(type);
    if (record.isEmpty() || !isHere(record.get()) || !record.get().getTypeParameters().isEmpty()) {
      return Optional.empty();
    }
    Type own = tapeTypes.any(type);
    if (!known.containsKey(own)) {
      take(record.get(), own);
    }
    return of(own);
  }

  private void take(TypeElement record, Type own) {
    if (!open.add(record)) {
      return; // it contains itself
    }
    List<Declared> declared = declared(record);
    List<Layout.Component> components = new ArrayList<>();
    for (Declared each : declared) {
      Optional<ExecutableElement> accessor = accessor(record, each.name());
      typeOf(each.type())
          .ifPresent(
              type ->
                  components.add(new Layout.Component(each.name(), each.type(), type, accessor)));
    }
    open.remove(record);
    if (components.size() == declared.size()) {
      known.put(own, new Layout(own, record, components));
    }
  }

  /** A component as a record declares it. */
  private record Declared(String name, TypeMirror type) {}

  /**
   * Older compilers of Eclipse show no components of records in class files, of which only duals
   * come here.
   */
  private List<Declared> declared(TypeElement record) {
    return record.getRecordComponents().isEmpty() && isDual(record)
        ? DUAL.stream()
            .map(name -> new Declared(name, accessor(record, name).orElseThrow().getReturnType()))
            .toList()
        : record.getRecordComponents().stream()
            .map(each -> new Declared(each.getSimpleName().toString(), each.asType()))
            .toList();
  }

  /** The method that gives a component, which these do not tell either. */
  private Optional<ExecutableElement> accessor(TypeElement record, String component) {
    return ElementFilter.methodsIn(DeclaredMembers.of(record, elements)).stream()
        .filter(method -> method.getSimpleName().contentEquals(component))
        .filter(method -> method.getParameters().isEmpty())
        .findFirst();
  }

  private Optional<Type> typeOf(TypeMirror type) {
    return tapeTypes.computable(type).or(() -> of(type).map(Layout::type));
  }

  private static Optional<TypeElement> recordOf(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.RECORD
        ? Optional.of(element)
        : Optional.empty();
  }

  /** Whether the record is declared in the file, where its constructors can be read. */
  private boolean isHere(TypeElement record) {
    if (record instanceof GeneratedClass || isDual(record)) {
      return true; // nothing but its components
    }
    return methods.file().declares(record);
  }

  private static boolean isDual(TypeElement record) {
    return record.getQualifiedName().toString().matches("org\\.wengert\\.Dual(Float)?(Array)?");
  }

  /** What is said of a type that neither a tape nor a layout can hold. */
  Refusal refusal(TypeMirror type) {
    if (type instanceof ArrayType array) {
      TypeMirror element = array.getComponentType();
      while (element instanceof ArrayType inner) {
        element = inner.getComponentType();
      }
      return recordOf(element).isPresent()
          ? Refusal.of(Message.RECORD_ARRAY, nameOf(element))
          : Refusal.of(Message.UNSUPPORTED_TYPE, type);
    }
    Optional<TypeElement> record = recordOf(type);
    if (record.isEmpty()) {
      return Refusal.of(Message.UNSUPPORTED_TYPE, type);
    }
    if (!isHere(record.get())) {
      return Refusal.of(Message.RECORD_ELSEWHERE, nameOf(type));
    }
    if (!record.get().getTypeParameters().isEmpty()) {
      return Refusal.of(Message.RECORD_GENERIC, nameOf(type));
    }
    for (Declared component : declared(record.get())) {
      if (typeOf(component.type()).isEmpty()) {
        return Refusal.of(
            Message.RECORD_COMPONENT, component.name(), nameOf(type), component.type());
      }
    }
    return Refusal.of(Message.UNSUPPORTED_TYPE, type);
  }

  private static String nameOf(TypeMirror type) {
    return ((DeclaredType) type).asElement().getSimpleName().toString();
  }
}
