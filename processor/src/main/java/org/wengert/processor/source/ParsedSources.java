package org.wengert.processor.source;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.message.Message;

/** The files that Eclipse's compiler compiles, which it shows as texts only: parsed again. */
record ParsedSources(JavaParser parser, Messager messager) implements Sources {

  @Override
  public Optional<SourceFile> fileOf(ExecutableElement method) {
    return parsed(method)
        .filter(parsed -> parsed.error().isEmpty())
        .map(parsed -> new ParsedSourceFile(parsed, messager));
  }

  private Optional<JavaParser.Parsed> parsed(ExecutableElement method) {
    return EclipseDeclaration.of(method).map(found -> parser.parse(found.file(), found.text()));
  }

  @Override
  public String obstacle(ExecutableElement method) {
    if (!EclipseDeclaration.isPossible(method)) {
      return Message.NO_SYNTAX_TREES.format();
    }
    return parsed(method)
        .map(parsed -> Message.SYNTAX_ERROR.format(parsed.name(), parsed.error().orElse("")))
        .orElseGet(() -> Message.NO_SOURCE.format(method.getSimpleName()));
  }
}
