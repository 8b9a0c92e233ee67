package org.wengert.processor.read.resolve;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the imports and the package of one file make visible (JLS 7.5). */
final class Imports {
  private static final String MODULE_IMPORT = "import module ";

  private final Elements elements;
  private final Members members;
  private final String packagePrefix;
  private final List<Import> singleTypes = new ArrayList<>();
  private final List<Import> singleStatics = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private final List<String> staticClasses = new ArrayList<>();
  private final Set<String> modulePackages = new LinkedHashSet<>();
  private final Map<String, Optional<TypeElement>> typesByName = new HashMap<>();
  private final Map<String, Optional<TypeElement>> named = new HashMap<>();
  private final Map<String, List<TypeElement>> onDemand = new HashMap<>();

  Imports(Elements elements, Members members, CompilationUnitTree unit) {
    this.elements = elements;
    this.members = members;
    packagePrefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    for (ImportTree tree : unit.getImports()) {
      add(tree);
    }
    packages.add("java.lang");
  }

  /** A name and the class or package it is imported from. */
  private record Import(String from, String name) {}

  private void add(ImportTree tree) {
    String name = tree.getQualifiedIdentifier().toString();
    // Java 25 has a method for it that Java 17 has not.
    if (tree.toString().startsWith(MODULE_IMPORT)) {
      addModule(elements.getModuleElement(name));
      return;
    }
    int dot = name.lastIndexOf('.');
    String from = name.substring(0, dot);
    String last = name.substring(dot + 1);
    boolean all = last.equals("*");
    if (tree.isStatic()) {
      if (all) {
        staticClasses.add(from);
      } else {
        singleStatics.add(new Import(from, last));
      }
    } else if (all) {
      packages.add(from);
    } else {
      singleTypes.add(new Import(from, last));
    }
  }

  private void addModule(ModuleElement module) {
    if (module == null) {
      return;
    }
    for (ModuleElement.ExportsDirective export : ElementFilter.exportsIn(module.getDirectives())) {
      if (export.getTargetModules() == null) {
        modulePackages.add(export.getPackage().getQualifiedName().toString());
      }
    }
    for (ModuleElement.RequiresDirective requires :
        ElementFilter.requiresIn(module.getDirectives())) {
      if (requires.isTransitive()) {
        addModule(requires.getDependency());
      }
    }
  }

  /** A type by its canonical name, or null. */
  TypeElement type(String qualifiedName) {
    Optional<TypeElement> known = typesByName.get(qualifiedName);
    if (known == null) {
      known = Optional.ofNullable(elements.getTypeElement(qualifiedName));
      typesByName.put(qualifiedName, known);
    }
    return known.orElse(null);
  }

  /** The type that a single import or the package of the file gives a simple name, or null. */
  TypeElement named(String name) {
    Optional<TypeElement> known = named.get(name);
    if (known == null) {
      known = Optional.ofNullable(findNamed(name));
      named.put(name, known);
    }
    return known.orElse(null);
  }

  private TypeElement findNamed(String name) {
    for (Import single : singleTypes) {
      TypeElement type = single.name.equals(name) ? type(single.from + "." + name) : null;
      if (type != null) {
        return type;
      }
    }
    for (Import single : singleStatics) {
      TypeElement type = single.name.equals(name) ? memberType(single.from, name) : null;
      if (type != null) {
        return type;
      }
    }
    return type(packagePrefix + name);
  }

  /** The types that imports on demand give a simple name, whether accessible or not. */
  List<TypeElement> onDemand(String name) {
    return onDemand.computeIfAbsent(name, this::findOnDemand);
  }

  private List<TypeElement> findOnDemand(String name) {
    List<TypeElement> found = new ArrayList<>();
    for (String from : packages) {
      addIfPresent(found, type(from + "." + name));
    }
    for (String from : staticClasses) {
      addIfPresent(found, memberType(from, name));
    }
    for (String from : modulePackages) {
      addIfPresent(found, type(from + "." + name));
    }
    return found;
  }

  private static void addIfPresent(List<TypeElement> found, TypeElement type) {
    if (type != null) {
      found.add(type);
    }
  }

  private TypeElement memberType(String from, String name) {
    TypeElement type = type(from);
    return type == null ? null : members.memberType(type, name);
  }

  /** The classes from which a static member of this name is imported singly. */
  List<TypeElement> classesOfSingleStatics(String name) {
    List<TypeElement> found = new ArrayList<>();
    for (Import single : singleStatics) {
      if (single.name.equals(name)) {
        addIfPresent(found, type(single.from));
      }
    }
    return found;
  }

  /** The classes from which all static members are imported. */
  List<TypeElement> classesOfStaticsOnDemand() {
    List<TypeElement> found = new ArrayList<>();
    for (String from : staticClasses) {
      addIfPresent(found, type(from));
    }
    return found;
  }
}
