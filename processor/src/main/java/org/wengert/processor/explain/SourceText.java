package org.wengert.processor.explain;

import java.util.List;
import org.wengert.processor.tape.Location;

/**
 * The file in which methods stand.
 *
 * @param text all of it
 * @param methods where methods are declared in it
 */
public record SourceText(String text, List<Location> methods) {
  public SourceText {
    methods = List.copyOf(methods);
  }
}
