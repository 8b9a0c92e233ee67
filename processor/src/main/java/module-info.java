/** The annotation processor, for a processor path or a processor module path. */
@SuppressWarnings("requires-automatic") // its libraries have names, but are no modules yet
module org.wengert.processor {
  requires static com.google.auto.service;
  requires com.palantir.javapoet;
  requires java.compiler;
  requires jdk.compiler;

  provides javax.annotation.processing.Processor with
      org.wengert.processor.LeftoverProcessor,
      org.wengert.processor.WengertProcessor;
}
