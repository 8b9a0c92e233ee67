package org.wengert.processor.source;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.message.Message;

/** Nothing can be read where Java has no parser: only Eclipse's compiler runs there. */
record NoSources() implements Sources {

  @Override
  public Optional<SourceFile> fileOf(ExecutableElement method) {
    return Optional.empty();
  }

  @Override
  public String obstacle(ExecutableElement method) {
    return Message.NO_PARSER.format(System.getProperty("java.home"));
  }
}
