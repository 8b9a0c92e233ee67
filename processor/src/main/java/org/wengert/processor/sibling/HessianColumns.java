package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.wengert.processor.tape.Type;

/** The Hessian of a method, several columns at a time: tangents of its reverse sweep. */
final class HessianColumns {
  private final Context context;
  private final Signature signature;
  private final Type rowType;
  private final int width;
  private final NameAllocator locals;

  private HessianColumns(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow().arrayOf();
    this.width = Directions.atOnce(signature);
    this.locals = context.locals();
  }

  static boolean arePossible(Context context) {
    return !context.member().derivatives().second().orElseThrow().columns().isEmpty();
  }

  /** The method that callers see, then the sweep behind it. */
  static List<MethodSpec> of(Context context) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(new HessianColumns(context).hessian());
    methods.addAll(sweeps(context));
    return methods;
  }

  private MethodSpec hessian() {
    String size = locals.newName("size");
    String hessian = locals.newName("hessian");
    String column = locals.newName("column");
    MethodSpec.Builder method =
        context
            .method(context.names().hessian(), JavaTypes.of(rowType.arrayOf()))
            .addJavadoc("$L", Docs.hessian(context))
            .addParameters(context.parameters(signature.parameters()))
            .addStatement("int $N = $L", size, context.size(signature.active()))
            .addStatement(
                "$T $N = $L",
                JavaTypes.of(rowType.arrayOf()),
                hessian,
                context
                    .shapes()
                    .matrix(rowType, CodeBlock.of("$N", size), CodeBlock.of("$N", size)));
    List<Parameter> arrays = signature.active().stream().filter(Parameter::isActiveArray).toList();
    for (Parameter parameter : arrays) {
      String dots = locals.newName(parameter.name() + "Dot", List.of(parameter, "dot"));
      method.addStatement("$T $N = $L", parameter.javaType(), dots, several(parameter));
    }
    method.beginControlFlow("for (int $1N = 0; $1N < $2N; $1N += $3L)", column, size, width);
    for (Parameter parameter : arrays) {
      String bars = locals.newName(parameter.name() + "Bar", List.of(parameter, "bar"));
      String dots = locals.newName(parameter.name() + "BarDot", parameter);
      CodeBlock zeros = context.shapes().zerosLike(parameter.type(), parameter.name());
      method
          .addStatement("$T $N = $L", parameter.javaType(), bars, zeros)
          .addStatement("$T $N = $L", parameter.javaType(), dots, several(parameter));
    }
    String scalars = "";
    int count = signature.activeScalars().size();
    if (count > 0) {
      scalars = locals.newName("barDots");
      method.addStatement("double[] $N = new double[$L]", scalars, count * width);
    }
    method.addStatement(sweep(column, scalars));
    String tangents = gather(method, size, scalars);
    return method
        .addStatement(
            context
                .shapes()
                .putColumns(rowType, tangents, hessian, CodeBlock.of("$N", column), width))
        .endControlFlow()
        .addStatement("return $N", hessian)
        .build();
  }

  private CodeBlock several(Parameter parameter) {
    return context.shapes().zerosLike(parameter.type(), parameter.name(), width);
  }

  private CodeBlock sweep(String column, String scalars) {
    List<CodeBlock> arguments = new ArrayList<>();
    List<Parameter> before = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (!parameter.active()) {
        continue;
      }
      CodeBlock start = context.size(before);
      if (parameter.type().isArray()) {
        CodeBlock index =
            before.isEmpty()
                ? CodeBlock.of("$N", column)
                : CodeBlock.of(before.size() == 1 ? "$N - $L" : "$N - ($L)", column, start);
        String dots = locals.get(List.of(parameter, "dot"));
        arguments.add(context.shapes().units(parameter.type(), dots, index, width));
        arguments.add(CodeBlock.of("$N", locals.get(List.of(parameter, "bar"))));
        arguments.add(CodeBlock.of("$N", locals.get(parameter)));
      } else {
        arguments.add(
            before.isEmpty()
                ? CodeBlock.of("-$N", column)
                : CodeBlock.of("$L - $N", start, column));
      }
      before.add(parameter);
    }
    arguments.add(CodeBlock.of("1"));
    if (!scalars.isEmpty()) {
      arguments.add(CodeBlock.of("$N", scalars));
    }
    return context.call(context.names().hessianColumns(), arguments);
  }

  /** All tangents of adjoints in one array, in the order of the inputs; its name. */
  private String gather(MethodSpec.Builder method, String size, String scalars) {
    List<Parameter> active = signature.active();
    if (active.size() == 1 && active.get(0).type().equals(rowType)) {
      return locals.get(active.get(0));
    }
    if (active.stream().noneMatch(Parameter::isActiveArray)) {
      return scalars;
    }
    String tangents = locals.newName("tangents");
    String next = locals.newName("next");
    method
        .addStatement("double[] $1N = new double[$2L * $3N]", tangents, width, size)
        .addStatement("int $N = 0", next);
    int scalar = 0;
    for (Parameter parameter : active) {
      if (parameter.type().isArray()) {
        method.addStatement(
            "$N = $L",
            next,
            context
                .shapes()
                .put(
                    parameter.type(),
                    locals.get(parameter),
                    rowType,
                    CodeBlock.of("$N", tangents),
                    CodeBlock.of("$N", next)));
      } else {
        method
            .addStatement(
                "$T.arraycopy($N, $L, $N, $N, $L)",
                System.class,
                scalars,
                scalar,
                tangents,
                next,
                width)
            .addStatement("$N += $L", next, width);
        scalar += width;
      }
    }
    return tangents;
  }

  private static List<MethodSpec> sweeps(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().second().orElseThrow().columns();
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .privateMethod(context.names().hessianColumns(), TypeName.VOID)
            .addJavadoc("$L", Docs.hessianColumns(Directions.atOnce(context.signature())))
            .addParameters(parameters(context, bodies.get(0).parameters()))
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(context.signature().exceptions()).build());
    }
    return methods;
  }

  /** As the emitter named them, of the types that the annotated method declares. */
  private static List<ParameterSpec> parameters(Context context, List<ParameterSpec> emitted) {
    Iterator<ParameterSpec> next = emitted.iterator();
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Parameter parameter : context.signature().parameters()) {
      parameters.add(ParameterSpec.builder(parameter.javaType(), next.next().name()).build());
      int derivatives = parameter.isActiveArray() ? 3 : parameter.active() ? 1 : 0;
      for (int i = 0; i < derivatives; i++) {
        parameters.add(next.next());
      }
    }
    next.forEachRemaining(parameters::add);
    return parameters;
  }
}
