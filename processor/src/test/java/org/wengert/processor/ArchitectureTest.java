package org.wengert.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the processor and the one direction between them. */
@AnalyzeClasses(packages = "org.wengert.processor", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "org.wengert.processor";

  @ArchTest
  static final ArchRule ONE_DIRECTION =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("door")
          .definedBy(ROOT)
          .layer("source")
          .definedBy(ROOT + ".source")
          .layer("message")
          .definedBy(ROOT + ".message")
          .layer("read")
          .definedBy(ROOT + ".read..")
          .layer("tape")
          .definedBy(ROOT + ".tape")
          .layer("rule")
          .definedBy(ROOT + ".rule")
          .layer("analyze")
          .definedBy(ROOT + ".analyze")
          .layer("differentiate")
          .definedBy(ROOT + ".differentiate")
          .layer("propagate")
          .definedBy(ROOT + ".propagate")
          .layer("simplify")
          .definedBy(ROOT + ".simplify")
          .layer("emit")
          .definedBy(ROOT + ".emit")
          .layer("sibling")
          .definedBy(ROOT + ".sibling")
          .layer("explain")
          .definedBy(ROOT + ".explain")
          .whereLayer("door")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("door")
          .whereLayer("differentiate")
          .mayOnlyBeAccessedByLayers("door", "propagate")
          .whereLayer("propagate")
          .mayOnlyBeAccessedByLayers("door")
          .whereLayer("simplify")
          .mayOnlyBeAccessedByLayers("door", "explain")
          .whereLayer("emit")
          .mayOnlyBeAccessedByLayers("door")
          .whereLayer("sibling")
          .mayOnlyBeAccessedByLayers("door")
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("door")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("door", "read")
          .whereLayer("analyze")
          .mayOnlyBeAccessedByLayers("door", "differentiate", "propagate", "explain")
          .whereLayer("rule")
          .mayOnlyBeAccessedByLayers("analyze", "differentiate", "propagate", "explain")
          .whereLayer("message")
          .mayOnlyBeAccessedByLayers(
              "door", "source", "read", "analyze", "differentiate", "propagate");

  @ArchTest
  static final ArchRule THE_TAPE_KNOWS_NO_COMPILER =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".tape",
              ROOT + ".rule",
              ROOT + ".analyze",
              ROOT + ".differentiate",
              ROOT + ".propagate",
              ROOT + ".simplify",
              ROOT + ".explain")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.lang.model..",
              "javax.annotation.processing..",
              "com.sun.source..",
              "com.palantir..");

  @ArchTest
  static final ArchRule ONLY_THE_FRONT_END_READS_TREES =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".source", ROOT + ".read..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.source..");

  @ArchTest
  static final ArchRule NO_CIRCLES = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
}
