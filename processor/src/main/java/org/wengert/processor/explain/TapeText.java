package org.wengert.processor.explain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Wengert lists of a class as text. */
public final class TapeText {
  private static final String LEGEND =
      """
      # Wengert lists: of each method, of its tangent (forward mode), and of its adjoint (reverse mode).
      # One operation a line: the value it defines, what it does, what it reads; @ before the line of the source.
      """;

  private TapeText() {}

  /** The tapes of each method: its own, its tangent and its adjoint. */
  public static String of(List<Explained> methods) {
    return methods.stream()
        .flatMap(method -> Stream.of(method.primal(), method.tangent(), method.adjoint()))
        .map(tape -> "\n" + tape)
        .collect(Collectors.joining("", LEGEND, ""));
  }
}
