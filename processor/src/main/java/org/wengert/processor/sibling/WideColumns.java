package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Type;

/**
 * A Jacobian of many columns: by one forward sweep in all directions, or by some; where that takes
 * several and there are far fewer rows, by reverse sweeps.
 */
final class WideColumns {
  /** A direction more takes a third of the method's own time, a reverse sweep three times that. */
  private static final int COLUMNS_FOR_A_ROW = 8;

  private final Context context;
  private final Signature signature;
  private final Type rowType;

  WideColumns(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow();
  }

  boolean arePossible() {
    return !context.member().derivatives().wideColumns().isEmpty();
  }

  /**
   * The statements that compute the Jacobian and return it.
   *
   * @param columns the variable with their number
   */
  CodeBlock compute(String columns) {
    NameAllocator locals = context.locals();
    locals.newName(columns);
    String jacobian = locals.newName("jacobian");
    String sweeps = locals.newName("sweeps");
    String directions = locals.newName("directions");
    String column = locals.newName("column");
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if ($N <= $L)", columns, Directions.MOST_IN_A_LOOP)
        .addStatement("return $L", sweep(CodeBlock.of("0"), columns))
        .endControlFlow()
        .addStatement(
            "$T $N = $L",
            JavaTypes.of(rowType.arrayOf()),
            jacobian,
            context
                .shapes()
                .matrix(
                    rowType,
                    CodeBlock.of("$L.length", context.callPrimal(context.own())),
                    CodeBlock.of("$N", columns)))
        .beginControlFlow("if ($N.length < $N / $L)", jacobian, columns, COLUMNS_FOR_A_ROW)
        .add(JacobianRow.fillIn(context, locals.newName("row"), jacobian))
        .endControlFlow()
        .addStatement(
            "int $N = ($N + $L) / $L",
            sweeps,
            columns,
            Directions.MOST_IN_A_LOOP - 1,
            Directions.MOST_IN_A_LOOP)
        .addStatement("int $1N = ($2N + $3N - 1) / $3N", directions, columns, sweeps)
        .beginControlFlow("for (int $1N = 0; $1N < $2N; $1N += $3N)", column, columns, directions)
        .addStatement(
            context
                .shapes()
                .putRows(rowType, sweep(CodeBlock.of("$N", column), directions), jacobian, column))
        .endControlFlow()
        .addStatement("return $N", jacobian);
    return code.build();
  }

  /**
   * One forward sweep.
   *
   * @param column the first of its columns
   */
  private CodeBlock sweep(CodeBlock column, String directions) {
    List<CodeBlock> arguments = new ArrayList<>();
    List<Parameter> before = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.active()) {
        arguments.add(units(parameter, column, context.size(before), before.size(), directions));
        before.add(parameter);
      }
    }
    arguments.add(CodeBlock.of("$N", directions));
    return context.call(context.names().jacobianInDirections(), arguments);
  }

  /**
   * The tangents of a parameter.
   *
   * @param start the column of its first number
   * @param terms of how many terms that is the sum
   */
  private CodeBlock units(
      Parameter parameter, CodeBlock column, CodeBlock start, int terms, String directions) {
    boolean isFirst = column.toString().equals("0");
    if (!parameter.type().isArray()) {
      CodeBlock index =
          isFirst
              ? start
              : terms == 0 ? CodeBlock.of("-$L", column) : CodeBlock.of("$L - $L", start, column);
      return context.shapes().unitVector(parameter.type(), index, directions);
    }
    CodeBlock index =
        terms == 0
            ? column
            : isFirst
                ? CodeBlock.of(terms == 1 ? "-$L" : "-($L)", start)
                : CodeBlock.of(terms == 1 ? "$L - $L" : "$L - ($L)", column, start);
    return context.shapes().unitVectors(parameter.type(), parameter.name(), index, directions);
  }

  List<MethodSpec> methods() {
    List<MethodSpec> bodies = context.member().derivatives().wideColumns();
    SweepParameters parameters = SweepParameters.of(bodies.get(0), signature, Parameter::active);
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .privateMethod(context.names().jacobianInDirections(), JavaTypes.of(rowType.arrayOf()))
            .addJavadoc("$L", Docs.jacobianInDirections())
            .addParameters(parameters.declarations())
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(signature.exceptions()).build());
    }
    return methods;
  }
}
