package org.wengert.processor.proof;

/**
 * What came of a program.
 *
 * @param failure beginning with what disagrees and a colon; empty if nothing does
 * @param error the largest, relative to the largest entry
 */
record Verdict(Kind kind, String failure, double error) {
  enum Kind {
    COMPARED,
    ILL_CONDITIONED,
    SINGULAR,
    THREW,
    TOO_LONG,
    FAILED
  }

  static Verdict failed(String failure) {
    return new Verdict(Kind.FAILED, failure, 0);
  }

  /** A program that does not compile; the topic is the beginning of what javac says. */
  static Verdict uncompiled(Object errors) {
    String words = errors.toString().replaceAll("[^a-z ]", "");
    return failed("compile " + words.substring(0, Math.min(60, words.length())) + ": " + errors);
  }

  boolean isFailure() {
    return kind == Kind.FAILED;
  }

  /** What disagrees. */
  String topic() {
    return failure.substring(0, failure.indexOf(':'));
  }
}
