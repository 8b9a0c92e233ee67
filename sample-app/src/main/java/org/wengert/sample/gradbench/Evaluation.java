package org.wengert.sample.gradbench;

import java.util.function.Function;

/**
 * One function of a module. Only {@code run} is timed.
 *
 * @param decode makes what is run on; throws IllegalArgumentException where the input is not right
 * @param <I> the input in memory
 * @param <O> the output in memory
 */
record Evaluation<I, O>(Function<Json, I> decode, Function<I, O> run, Function<O, Json> encode) {

  /**
   * Runs as often as the input asks for, and returns the last output.
   *
   * @throws IllegalArgumentException if the input is not right
   * @throws ArithmeticException if the output has no notation in JSON
   */
  Json evaluate(Json json, RunTimes times) {
    I input = decode.apply(json);
    Json output = encode.apply(Repetition.of(json).run(() -> run.apply(input), times));
    FiniteCheck.check(output);
    return output;
  }
}
