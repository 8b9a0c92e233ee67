package org.wengert.processor.model;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The compiler's elements, and generated classes that are not there yet. */
public final class ModelElements implements Elements {
  private final Elements elements;
  private final Function<String, Optional<GeneratedClass>> siblings;

  /**
   * @param siblings the generated class of a canonical name, if one of this name will be generated
   */
  public ModelElements(Elements elements, Function<String, Optional<GeneratedClass>> siblings) {
    this.elements = elements;
    this.siblings = siblings;
  }

  /** An older version of the class may be there: it does not count. */
  @Override
  public TypeElement getTypeElement(CharSequence name) {
    return siblings
        .apply(name.toString())
        .map(TypeElement.class::cast)
        .orElseGet(() -> elements.getTypeElement(name));
  }

  @Override
  public TypeElement getTypeElement(ModuleElement module, CharSequence name) {
    return elements.getTypeElement(module, name);
  }

  @Override
  public PackageElement getPackageElement(CharSequence name) {
    return elements.getPackageElement(name);
  }

  @Override
  public PackageElement getPackageElement(ModuleElement module, CharSequence name) {
    return elements.getPackageElement(module, name);
  }

  @Override
  public Set<? extends PackageElement> getAllPackageElements(CharSequence name) {
    return elements.getAllPackageElements(name);
  }

  @Override
  public Set<? extends TypeElement> getAllTypeElements(CharSequence name) {
    return elements.getAllTypeElements(name);
  }

  @Override
  public ModuleElement getModuleElement(CharSequence name) {
    return elements.getModuleElement(name);
  }

  @Override
  public Set<? extends ModuleElement> getAllModuleElements() {
    return elements.getAllModuleElements();
  }

  @Override
  public Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValuesWithDefaults(
      AnnotationMirror annotation) {
    return elements.getElementValuesWithDefaults(annotation);
  }

  @Override
  public String getDocComment(Element element) {
    return element instanceof GeneratedElement ? null : elements.getDocComment(element);
  }

  @Override
  public boolean isDeprecated(Element element) {
    return !(element instanceof GeneratedElement) && elements.isDeprecated(element);
  }

  @Override
  public Origin getOrigin(Element element) {
    return element instanceof GeneratedElement ? Origin.EXPLICIT : elements.getOrigin(element);
  }

  @Override
  public Origin getOrigin(AnnotatedConstruct construct, AnnotationMirror annotation) {
    return elements.getOrigin(construct, annotation);
  }

  @Override
  public Origin getOrigin(ModuleElement module, ModuleElement.Directive directive) {
    return elements.getOrigin(module, directive);
  }

  @Override
  public boolean isBridge(ExecutableElement method) {
    return !(method instanceof GeneratedElement) && elements.isBridge(method);
  }

  @Override
  public Name getBinaryName(TypeElement type) {
    return type instanceof GeneratedClass generated
        ? generated.getQualifiedName()
        : elements.getBinaryName(type);
  }

  @Override
  public PackageElement getPackageOf(Element element) {
    Element at = element;
    while (at instanceof GeneratedElement) {
      at = at.getEnclosingElement();
    }
    return elements.getPackageOf(at);
  }

  @Override
  public ModuleElement getModuleOf(Element element) {
    return elements.getModuleOf(
        element instanceof GeneratedElement ? getPackageOf(element) : element);
  }

  @Override
  public List<? extends Element> getAllMembers(TypeElement type) {
    return type instanceof GeneratedClass
        ? type.getEnclosedElements()
        : elements.getAllMembers(type);
  }

  @Override
  public List<? extends AnnotationMirror> getAllAnnotationMirrors(Element element) {
    return element instanceof GeneratedElement
        ? List.of()
        : elements.getAllAnnotationMirrors(element);
  }

  @Override
  public boolean hides(Element some, Element other) {
    return !(some instanceof GeneratedElement)
        && !(other instanceof GeneratedElement)
        && elements.hides(some, other);
  }

  @Override
  public boolean overrides(ExecutableElement some, ExecutableElement other, TypeElement type) {
    return !(some instanceof GeneratedElement)
        && !(other instanceof GeneratedElement)
        && !(type instanceof GeneratedElement)
        && elements.overrides(some, other, type);
  }

  @Override
  public String getConstantExpression(Object value) {
    return elements.getConstantExpression(value);
  }

  @Override
  public void printElements(Writer writer, Element... printed) {
    elements.printElements(writer, printed);
  }

  @Override
  public Name getName(CharSequence name) {
    return elements.getName(name);
  }

  @Override
  public boolean isFunctionalInterface(TypeElement type) {
    return !(type instanceof GeneratedElement) && elements.isFunctionalInterface(type);
  }

  @Override
  public boolean isAutomaticModule(ModuleElement module) {
    return elements.isAutomaticModule(module);
  }
}
