package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wengert.processor.tape.Type;

/**
 * The Jacobian of an array-valued method that writes into none of its parameters, several columns
 * at a time. Where that takes many forward sweeps, they go in many directions, if they can; or the
 * method itself is asked for the number of rows first: reverse sweeps may be fewer.
 */
final class SeveralColumns {
  /** Up to here, forward sweeps are never worth asking whether there are fewer rows. */
  private static final int FEW_SWEEPS = 2;

  private final Context context;
  private final Signature signature;
  private final Type rowType;
  private final int width;
  private final NameAllocator locals;
  private final WideColumns wide;

  private SeveralColumns(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow();
    this.width = Directions.atOnce(signature);
    this.locals = context.locals();
    this.wide = new WideColumns(context);
  }

  static List<MethodSpec> of(Context context) {
    SeveralColumns methods = new SeveralColumns(context);
    List<MethodSpec> all = new ArrayList<>();
    all.add(methods.jacobian());
    all.addAll(methods.columns());
    if (methods.wide.arePossible()) {
      all.addAll(methods.wide.methods());
    }
    if (methods.mayTakeManySweeps()) {
      all.add(JacobianRow.of(context));
    }
    return all;
  }

  private boolean mayTakeManySweeps() {
    return hasArrays() || signature.active().size() > FEW_SWEEPS * width;
  }

  private boolean hasArrays() {
    return signature.active().stream().anyMatch(Parameter::isActiveArray);
  }

  private MethodSpec jacobian() {
    MethodSpec.Builder method =
        context
            .method(context.names().jacobian(), JavaTypes.of(rowType.arrayOf()))
            .addJavadoc("$L", Docs.jacobian(context))
            .addParameters(context.parameters(signature.parameters()));
    if (!hasArrays() && signature.active().size() <= width) {
      oneSweep(method);
    } else {
      sweeps(method);
    }
    return method.build();
  }

  private void oneSweep(MethodSpec.Builder method) {
    String tangents = locals.newName("tangents");
    String jacobian = locals.newName("jacobian");
    CodeBlock columns = context.size(signature.active());
    method
        .addStatement("$T $N = $L", JavaTypes.of(rowType), tangents, sweep("", Map.of()))
        .addStatement(
            "$T $N = $L", JavaTypes.of(rowType.arrayOf()), jacobian, rows(tangents, columns))
        .addStatement(putColumns(tangents, jacobian, CodeBlock.of("0")))
        .addStatement("return $N", jacobian);
  }

  private void sweeps(MethodSpec.Builder method) {
    String columns = locals.newName("columns");
    String jacobian = locals.newName("jacobian");
    String column = locals.newName("column");
    String tangents = locals.newName("tangents");
    method.addStatement("int $N = $L", columns, context.size(signature.active()));
    if (wide.arePossible()) {
      many(method, columns);
    }
    method.addStatement("$T $N = null", JavaTypes.of(rowType.arrayOf()), jacobian);
    if (!wide.arePossible() && mayTakeManySweeps()) {
      reverse(method, columns, jacobian);
    }
    Map<String, String> seeds = new TreeMap<>();
    for (Parameter parameter : signature.active()) {
      if (parameter.type().isArray()) {
        String name = locals.newName(parameter.name() + "Dot");
        seeds.put(parameter.name(), name);
        method.addStatement(
            "$T $N = $L",
            JavaTypes.of(parameter.type()),
            name,
            context.shapes().zerosLike(parameter.type(), parameter.name(), width));
      }
    }
    method
        .beginControlFlow("for (int $1N = 0; $1N < $2N; $1N += $3L)", column, columns, width)
        .addStatement("$T $N = $L", JavaTypes.of(rowType), tangents, sweep(column, seeds))
        .beginControlFlow("if ($N == null)", jacobian)
        .addStatement("$N = $L", jacobian, rows(tangents, CodeBlock.of("$N", columns)))
        .endControlFlow()
        .addStatement(putColumns(tangents, jacobian, CodeBlock.of("$N", column)))
        .endControlFlow()
        .addStatement("return $N", jacobian);
  }

  private void many(MethodSpec.Builder method, String columns) {
    if (signature.activeScalars().isEmpty()) {
      method
          .beginControlFlow("if ($N == 0)", columns)
          .addStatement(
              "return $L",
              context
                  .shapes()
                  .matrix(
                      rowType,
                      CodeBlock.of("$L.length", context.callPrimal(context.own())),
                      CodeBlock.of("0")))
          .endControlFlow();
    }
    method
        .beginControlFlow("if ($N > $L)", columns, FEW_SWEEPS * width)
        .addCode(wide.compute(columns))
        .endControlFlow();
  }

  /** Where there are no columns, the rows are only counted. */
  private void reverse(MethodSpec.Builder method, String columns, String jacobian) {
    boolean mayBeNone = signature.activeScalars().isEmpty();
    method
        .beginControlFlow(
            mayBeNone ? "if ($1N > $2L || $1N == 0)" : "if ($1N > $2L)",
            columns,
            FEW_SWEEPS * width)
        .addStatement(
            "$N = $L",
            jacobian,
            context
                .shapes()
                .matrix(
                    rowType,
                    CodeBlock.of("$L.length", context.callPrimal(context.own())),
                    CodeBlock.of("$N", columns)))
        .beginControlFlow("if ($N.length < ($N + $L) / $L)", jacobian, columns, width - 1, width)
        .addCode(JacobianRow.fillIn(context, locals.newName("row"), jacobian))
        .endControlFlow()
        .endControlFlow();
  }

  private CodeBlock rows(String tangents, CodeBlock columns) {
    return context
        .shapes()
        .matrix(rowType, CodeBlock.of("$N.length / $L", tangents, width), columns);
  }

  private CodeBlock putColumns(String tangents, String jacobian, CodeBlock column) {
    return context.shapes().putColumns(rowType, tangents, jacobian, column, width);
  }

  /**
   * One forward sweep.
   *
   * @param column the first of its columns; empty for 0
   * @param seeds the variables with the seeds of arrays
   */
  private CodeBlock sweep(String column, Map<String, String> seeds) {
    List<CodeBlock> arguments = new ArrayList<>();
    List<Parameter> before = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.active()) {
        CodeBlock start = context.size(before);
        arguments.add(
            parameter.type().isArray()
                ? context
                    .shapes()
                    .units(
                        parameter.type(),
                        seeds.get(parameter.name()),
                        before.isEmpty()
                            ? CodeBlock.of("$N", column)
                            : CodeBlock.of(
                                before.size() == 1 ? "$N - $L" : "$N - ($L)", column, start),
                        width)
                : direction(column, before, start));
        before.add(parameter);
      }
    }
    return context.call(context.names().jacobianColumns(), arguments);
  }

  private static CodeBlock direction(String column, List<Parameter> before, CodeBlock start) {
    if (column.isEmpty()) {
      return start;
    }
    return before.isEmpty() ? CodeBlock.of("-$N", column) : CodeBlock.of("$L - $N", start, column);
  }

  private List<MethodSpec> columns() {
    List<MethodSpec> bodies = context.member().derivatives().columns();
    SweepParameters parameters = SweepParameters.of(bodies.get(0), signature, Parameter::active);
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .privateMethod(context.names().jacobianColumns(), JavaTypes.of(rowType))
            .addJavadoc("$L", Docs.jacobianColumns(width))
            .addParameters(parameters.declarations())
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(signature.exceptions()).build());
    }
    return methods;
  }
}
