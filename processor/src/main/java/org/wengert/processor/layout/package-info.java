/**
 * Lines of generated code, as google-java-format would break and indent them: the formatter itself
 * works on javac's internals, which are closed to annotation processors.
 */
package org.wengert.processor.layout;
