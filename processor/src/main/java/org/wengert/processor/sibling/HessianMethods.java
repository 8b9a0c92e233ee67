package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Type;

/** The Hessian of a scalar-valued method: one product with a unit vector for each row. */
final class HessianMethods {
  private final Context context;
  private final Signature signature;
  private final Type rowType;

  private HessianMethods(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow().arrayOf();
  }

  /** The method that callers see, then its private part. */
  static List<MethodSpec> of(Context context) {
    if (HessianColumns.arePossible(context)) {
      return HessianColumns.of(context);
    }
    HessianMethods methods = new HessianMethods(context);
    return List.of(methods.hessian(), methods.row());
  }

  private MethodSpec hessian() {
    NameAllocator locals = context.locals();
    String size = locals.newName("size");
    String hessian = locals.newName("hessian");
    String row = locals.newName("row");
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", row));
    arguments.add(CodeBlock.of("$N[$N]", hessian, row));
    arguments.addAll(context.own());
    return context
        .method(context.names().hessian(), JavaTypes.of(rowType.arrayOf()))
        .addJavadoc("$L", Docs.hessian(context))
        .addParameters(context.parameters(signature.parameters()))
        .addStatement("int $N = $L", size, context.size(signature.active()))
        .addStatement(
            "$T $N = $L",
            JavaTypes.of(rowType.arrayOf()),
            hessian,
            context.shapes().matrix(rowType, CodeBlock.of("$N", size), CodeBlock.of("$N", size)))
        .beginControlFlow("for (int $1N = 0; $1N < $2N; $1N++)", row, size)
        .addStatement(context.call(context.names().hessianRow(), arguments))
        .endControlFlow()
        .addStatement("return $N", hessian)
        .build();
  }

  private MethodSpec row() {
    NameAllocator locals = context.locals();
    String row = locals.newName("row");
    String target = locals.newName("hessianRow");
    MethodSpec.Builder method =
        context
            .privateMethod(context.names().hessianRow(), TypeName.VOID)
            .addJavadoc("Fills in the second derivatives by one of the active inputs.\n")
            .addParameter(int.class, row)
            .addParameter(JavaTypes.of(rowType), target)
            .addParameters(context.parameters(signature.parameters()));
    Twins copies = Twins.copies(context, locals);
    Twins directions = Twins.zeros(context, locals, "directions");
    Twins zeros = Twins.zeros(context, locals);
    method
        .addCode(copies.declaration())
        .addCode(directions.declaration())
        .addCode(zeros.declaration());
    HvpSweep sweep = new HvpSweep(context, locals);
    method.addCode(sweep.declaration());
    Shadows shadows = new Shadows(context, locals);
    method.addCode(shadows.declaration());
    FlatVector vector = new FlatVector(context);
    boolean inPlace = isInPlace();
    List<Parameter> before = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      CodeBlock dot = CodeBlock.of("");
      CodeBlock bar = CodeBlock.of("");
      if (parameter.active()) {
        dot = vector.unit(parameter, directions, row, before);
        before.add(parameter);
      }
      if (parameter.isActiveArray()) {
        bar = CodeBlock.of("$N", target);
        if (!inPlace) {
          String name = locals.newName(parameter.name() + "Bar", parameter);
          method.addStatement("$T $N = $L", parameter.javaType(), name, zeros.of(parameter));
          CodeBlock.Builder declaration = CodeBlock.builder();
          bar = shadows.of(parameter, name, declaration);
          method.addCode(declaration.build());
        }
      }
      sweep.pass(parameter, parameter.name(), copies.of(parameter), bar, dot);
    }
    if (signature.vjpRecord().isPresent()) {
      method.addCode(sweep.call("1"));
    } else {
      method.addStatement(sweep.expression("1"));
    }
    method.addCode(shadows.handOut());
    if (!inPlace) {
      method.addCode(
          vector.write(
              locals,
              rowType,
              CodeBlock.of("$N", target),
              parameter -> sweep.component(parameter.name())));
    }
    return method.build();
  }

  /** Whether a row of the Hessian has the shape of the only active parameter. */
  private boolean isInPlace() {
    List<Parameter> active = signature.active();
    return active.size() == 1
        && active.get(0).type().equals(rowType)
        && !context.isTouched(active.get(0));
  }
}
