package org.wengert.processor.message;

import java.util.List;
import org.wengert.processor.tape.Location;

/** Ends the processing of one method: the user must change something first. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final transient List<Problem> problems;

  public ProblemException(List<Problem> problems) {
    super(problems.toString(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  public ProblemException(Message message, Location at, Object... arguments) {
    this(List.of(Problem.of(message, at, arguments)));
  }

  /** At least one, in the order of the source. */
  public List<Problem> problems() {
    return problems;
  }
}
