package org.wengert.sample.benchmark;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs, each row in processes of its own. */
@State(Scope.Thread)
public class TimedBenchmark {

  /** The row of the table. */
  @Param("LSE:100:PRIMAL")
  public String row;

  private Supplier<Object> computation;

  @Setup
  public void setUp() {
    computation = Timed.parse(row).computation();
  }

  @Benchmark
  public Object run() {
    return computation.get();
  }
}
