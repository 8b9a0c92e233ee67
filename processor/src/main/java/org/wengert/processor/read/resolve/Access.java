package org.wengert.processor.read.resolve;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Which members the body of a class may name (JLS 6.6), and which a class inherits (JLS 8.2). */
final class Access {
  private final Elements elements;
  private final JavaTypes types;
  private final TypeElement owner;

  Access(Elements elements, JavaTypes types, TypeElement owner) {
    this.elements = elements;
    this.types = types;
    this.owner = owner;
  }

  /** Whether a member can be reached as a member of a class, which may have inherited it. */
  boolean allows(Element member, TypeElement site) {
    return allows(member, site, false);
  }

  /** The same for a member of {@code super}. */
  boolean allowsThroughSuper(Element member, TypeElement site) {
    return allows(member, site, true);
  }

  private boolean allows(Element member, TypeElement site, boolean throughSuper) {
    TypeElement declaring = (TypeElement) member.getEnclosingElement();
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return declaring.equals(site) && outermost(declaring).equals(outermost(owner));
    }
    if (modifiers.contains(Modifier.PUBLIC) || declaring.getKind().isInterface()) {
      return true;
    }
    boolean here = packageOf(declaring).equals(packageOf(owner));
    if (modifiers.contains(Modifier.PROTECTED)) {
      return here || isProtectedAccess(member, declaring, site, throughSuper);
    }
    return here && isInheritedInPackage(declaring, site);
  }

  /** Whether a top-level or member type can be imported on demand. */
  boolean allowsType(TypeElement type) {
    if (type.getEnclosingElement() instanceof TypeElement enclosing) {
      return allows(type, enclosing);
    }
    return type.getModifiers().contains(Modifier.PUBLIC)
        || packageOf(type).equals(packageOf(owner));
  }

  /** JLS 6.6.2: from a subclass, and only for objects of that subclass. */
  private boolean isProtectedAccess(
      Element member, TypeElement declaring, TypeElement site, boolean throughSuper) {
    if (member.getKind() == ElementKind.CONSTRUCTOR) {
      return throughSuper;
    }
    boolean anyObject =
        throughSuper
            || member.getModifiers().contains(Modifier.STATIC)
            || member.getKind().isClass();
    for (Element e = owner; e instanceof TypeElement from; e = e.getEnclosingElement()) {
      if (types.isSubclass(from, declaring) && (anyObject || types.isSubclass(site, from))) {
        return true;
      }
    }
    return false;
  }

  /** A member with package access is lost where the chain of superclasses leaves the package. */
  private boolean isInheritedInPackage(TypeElement declaring, TypeElement site) {
    PackageElement here = packageOf(declaring);
    TypeElement type = site;
    while (!type.equals(declaring)) {
      if (!packageOf(type).equals(here)) {
        return false;
      }
      TypeMirror parent = type.getSuperclass();
      if (parent.getKind() != TypeKind.DECLARED) {
        return true;
      }
      type = JavaTypes.element(parent);
    }
    return true;
  }

  private PackageElement packageOf(Element element) {
    return elements.getPackageOf(element);
  }

  private static Element outermost(Element type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
      outermost = enclosing;
    }
    return outermost;
  }
}
