package org.wengert.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.model.GeneratedClass;
import org.wengert.processor.tape.Type;

/** The records whose values can be taken apart: those of the file, of what a tape computes with. */
final class Layouts {
  private final TapeTypes tapeTypes;
  private final Methods methods;
  private final Map<Type, Layout> known = new HashMap<>();
  private final Set<TypeElement> open = new LinkedHashSet<>();

  Layouts(TapeTypes tapeTypes, Methods methods) {
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
    List<Layout.Component> components = new ArrayList<>();
    for (RecordComponentElement component : Layout.declared(record)) {
      typeOf(component.asType())
          .ifPresent(
              type ->
                  components.add(new Layout.Component(component.getSimpleName().toString(), type)));
    }
    open.remove(record);
    if (components.size() == Layout.declared(record).size()) {
      known.put(own, new Layout(own, record, components));
    }
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
    for (RecordComponentElement component : Layout.declared(record.get())) {
      if (typeOf(component.asType()).isEmpty()) {
        return Refusal.of(
            Message.RECORD_COMPONENT, component.getSimpleName(), nameOf(type), component.asType());
      }
    }
    return Refusal.of(Message.UNSUPPORTED_TYPE, type);
  }

  private static String nameOf(TypeMirror type) {
    return ((DeclaredType) type).asElement().getSimpleName().toString();
  }
}
