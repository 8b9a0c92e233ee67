package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.ParameterWrites;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The coefficients of a method's Taylor series along a direction, to any order. */
public final class TaylorSeries {
  private final Propagation propagation;
  private final SeriesCompanion companion;
  private final BlockBuilder builder;

  private TaylorSeries(Propagation propagation, SeriesCompanion companion, BlockBuilder builder) {
    this.propagation = propagation;
    this.companion = companion;
    this.builder = builder;
  }

  /**
   * The tape of the coefficients of a tape that returns something.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @return a tape whose parameters are the primal ones, each active one followed by its tangent,
   *     then the order; and whose result is the coefficients of the primal result, the value first,
   *     or one row of them for each of its elements
   * @throws ProblemException where the tape calls what has derivatives of its own, or writes into
   *     arrays of the caller
   */
  public static Tape of(Tape tape, String name, Set<Value> wrt) throws ProblemException {
    refuseWrites(tape);
    Value order = Value.named(Type.INT, "order");
    Value terms = Value.named(Type.INT, "terms");
    SeriesCompanion companion = new SeriesCompanion(terms);
    Propagation propagation = Propagation.of(tape, wrt, companion);
    refuseCalls(propagation);
    BlockBuilder builder = new BlockBuilder();
    SeriesCompanion.define(terms, Callee.SERIES, "terms", List.of(order), builder);
    TaylorSeries series = new TaylorSeries(propagation, companion, builder);
    List<Value> parameters = series.parameters(tape, wrt);
    parameters.add(order);
    propagation.run(tape.body(), builder);
    List<Value> results = new ArrayList<>();
    for (Value result : tape.results()) {
      results.add(series.coefficients(result));
    }
    return propagation.named(new Tape(name, parameters, builder.yield(results)));
  }

  private static void refuseWrites(Tape tape) throws ProblemException {
    Optional<Location> write = ParameterWrites.first(tape);
    if (write.isPresent()) {
      throw new ProblemException(Message.TAYLOR_WRITES, write.get());
    }
  }

  private static void refuseCalls(Propagation propagation) throws ProblemException {
    Optional<Operation.Invoke> call = propagation.firstCall();
    if (call.isPresent()) {
      Callee callee = call.get().callee();
      Message message =
          switch (callee.derivatives().orElseThrow().origin()) {
            case GENERATED, TANGENT -> Message.TAYLOR_CALL;
            case RULES -> Message.TAYLOR_RULE;
            case NESTED -> Message.TAYLOR_NESTED;
          };
      throw new ProblemException(message, call.get().at(), callee.method());
    }
  }

  private List<Value> parameters(Tape tape, Set<Value> wrt) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter)) {
        Value tangent = Value.named(parameter.type(), parameter.name() + "Dot");
        parameters.add(tangent);
        if (propagation.isAccompanied(parameter)) {
          propagation.start(parameter, along(tangent, builder));
        }
      }
    }
    return parameters;
  }

  /** The series of an input, row by row. */
  private Value along(Value tangent, BlockBuilder to) {
    if (tangent.type().rank() > 1) {
      return propagation.blank().rows(tangent, to, this::along);
    }
    Value wide = tangent.type().isArray() ? tangent : to.convert(tangent, Type.DOUBLE);
    Value its = Value.temporary(propagation.blank().type(tangent.type()));
    SeriesCompanion.define(its, Callee.SERIES, "along", List.of(wide, companion.terms()), to);
    return its;
  }

  private Value coefficients(Value result) {
    Type type = result.type().arrayOf();
    Value coefficients = Value.named(type, "coefficients");
    Value series = propagation.get(result, builder);
    SeriesCompanion.define(coefficients, Callee.SERIES, "of", List.of(result, series), builder);
    return coefficients;
  }
}
