package org.wengert.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.wengert.processor.layout.Layout;
import org.wengert.processor.message.Message;

/** What the files generated beside a class have in common. */
final class GeneratedFiles {
  private static final Pattern IMPLICIT = Pattern.compile("(?m)^import java\\.lang\\.(\\w+);$");

  private final ProcessingEnvironment environment;

  GeneratedFiles(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Whether every package sees a class. */
  static boolean isPublic(TypeElement owner) {
    for (Element type = owner; type instanceof TypeElement; type = type.getEnclosingElement()) {
      if (!type.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** {@code @Generated}, if the module of the class sees it. */
  Optional<AnnotationSpec> annotation(TypeElement owner) {
    Elements elements = environment.getElementUtils();
    String name = "javax.annotation.processing.Generated";
    ModuleElement module = elements.getModuleOf(owner);
    return Optional.ofNullable(
            module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name))
        .map(
            type ->
                AnnotationSpec.builder(ClassName.get(type))
                    .addMember("value", "$S", WengertProcessor.class.getName())
                    .build());
  }

  void write(JavaFile file, TypeElement owner) {
    String name = file.typeSpec().name();
    String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
    try {
      JavaFileObject target = environment.getFiler().createSourceFile(prefix + name, owner);
      try (Writer writer = target.openWriter()) {
        writer.write(Layout.of(text(file, prefix)));
      }
    } catch (FilerException e) {
      error(owner, Message.EXISTING_SIBLING, owner.getSimpleName(), name);
    } catch (IOException e) {
      error(owner, Message.CANNOT_WRITE, name, e.getMessage());
    }
  }

  /** With full names of classes of {@code java.lang} where the package has one of that name. */
  private String text(JavaFile file, String prefix) {
    String text = file.toString();
    Elements elements = environment.getElementUtils();
    String[] hidden =
        IMPLICIT
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .filter(type -> elements.getTypeElement(prefix + type) != null)
            .toArray(String[]::new);
    return hidden.length == 0
        ? text
        : JavaFile.builder(
                file.packageName(), file.typeSpec().toBuilder().alwaysQualify(hidden).build())
            .build()
            .toString();
  }

  private void error(TypeElement owner, Message message, Object... arguments) {
    DeclarationProblem.on(owner, message, arguments).report(environment.getMessager());
  }
}
