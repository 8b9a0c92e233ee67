package org.wengert.processor.sibling;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.wengert.processor.tape.Type;

/**
 * The annotated method as an object: a function of one vector, with the constants bound. The vector
 * is the only active parameter, an array, or holds the active parameters, all scalars, in order.
 */
final class FunctionObject {
  private static final TypeName VECTOR = ArrayTypeName.of(TypeName.DOUBLE);
  private static final ClassName SCALAR_FUNCTION = ClassName.get("org.wengert", "ScalarFunction");
  private static final ClassName VECTOR_FUNCTION = ClassName.get("org.wengert", "VectorFunction");
  private static final ClassName DUAL = ClassName.get("org.wengert", "Dual");
  private static final ClassName DUAL_ARRAY = ClassName.get("org.wengert", "DualArray");

  private static final ClassName SPARSITY = ClassName.get("org.wengert", "Sparsity");
  private static final ClassName SPARSE_MATRIX = ClassName.get("org.wengert", "SparseMatrix");

  private final Context context;
  private final Signature signature;
  private final boolean ofScalars;
  private final NameAllocator names = new NameAllocator();
  private final String x;
  private final String xDot;
  private final Twins copies;

  private FunctionObject(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.ofScalars = isOfScalars(signature);
    signature.constants().forEach(constant -> names.newName(constant.name()));
    this.x = names.newName("x");
    this.copies = Twins.copies(context, names);
    this.xDot = names.newName("xDot");
  }

  /**
   * Whether a method has this form: everything that is differentiated is {@code double}, and
   * nothing is thrown that the interfaces do not declare.
   */
  static boolean exists(Signature signature) {
    boolean fits = signature.result().map(Type::kind).filter(Type.Kind.DOUBLE::equals).isPresent();
    return fits
        && signature.exceptions().isEmpty()
        && (isOfScalars(signature) || isOfOneArray(signature));
  }

  private static boolean isOfScalars(Signature signature) {
    return signature.active().stream().allMatch(p -> p.type().equals(Type.DOUBLE));
  }

  private static boolean isOfOneArray(Signature signature) {
    List<Parameter> active = signature.active();
    return active.size() == 1 && active.get(0).type().equals(Type.DOUBLE.arrayOf());
  }

  static MethodSpec of(Context context) {
    return new FunctionObject(context).method();
  }

  private MethodSpec method() {
    ClassName type = signature.returnsScalar() ? SCALAR_FUNCTION : VECTOR_FUNCTION;
    TypeSpec.Builder object = TypeSpec.anonymousClassBuilder("").addSuperinterface(type);
    object.addMethod(value());
    if (signature.returnsScalar()) {
      object.addMethod(gradient()).addMethod(jvp(DUAL));
      if (signature.hasHessian()) {
        object.addMethod(hvp());
      }
    } else {
      object.addMethod(jvp(DUAL_ARRAY)).addMethod(vjp()).addMethod(jacobian());
    }
    if (signature.wanted().taylor()) {
      object.addMethod(taylor());
    }
    if (signature.wanted().sparse()) {
      sparse().forEach(object::addMethod);
    }
    return context
        .method(context.names().base(), type)
        .addJavadoc("$L", Docs.function(context, vectorInWords()))
        .addParameters(context.parameters(signature.constants()))
        .addStatement("return $L", object.build())
        .build();
  }

  private String vectorInWords() {
    String names =
        signature.active().stream()
            .map(parameter -> Docs.code(parameter.name()))
            .collect(Collectors.joining(", "));
    return ofScalars ? "the vector (" + names + ")" : names;
  }

  private MethodSpec value() {
    return override("value", JavaTypes.of(signature.result().get()))
        .addParameter(VECTOR, x)
        .addCode(takeInput())
        .addStatement(
            "return $L",
            context.callPrimal(arguments((parameter, i) -> List.of(input(parameter, i)))))
        .build();
  }

  private MethodSpec gradient() {
    String gradient = names.newName("gradient");
    Type type = Type.DOUBLE.arrayOf();
    MethodSpec.Builder method =
        override("gradient", TypeName.DOUBLE)
            .addParameter(VECTOR, x)
            .addParameter(VECTOR, gradient)
            .addCode(takeInput())
            .addCode(context.checks().shape(type, gradient, x))
            .addCode(context.checks().distinct(type, gradient, x));
    if (!ofScalars) {
      return method
          .addStatement("$T.fill($N, 0)", Arrays.class, gradient)
          .addStatement("return $L", sweepBack(gradient, CodeBlock.of("1")))
          .build();
    }
    String vjp = names.newName("vjp");
    method.addStatement(
        "$T $N = $L",
        signature.vjpRecord().orElseThrow(),
        vjp,
        sweepBack(gradient, CodeBlock.of("1")));
    List<Parameter> active = signature.active();
    for (int i = 0; i < active.size(); i++) {
      method.addStatement("$N[$L] = $N.$N()", gradient, i, vjp, active.get(i).name());
    }
    return method.addStatement("return $N.value()", vjp).build();
  }

  private MethodSpec jvp(ClassName result) {
    return override("jvp", result)
        .addParameter(VECTOR, x)
        .addParameter(VECTOR, xDot)
        .addCode(takeInput())
        .addCode(context.checks().shape(Type.DOUBLE.arrayOf(), xDot, x))
        .addStatement(
            "return $L",
            context.call(
                context.names().jvp(),
                arguments(
                    (parameter, i) -> List.of(input(parameter, i), element(xDot, parameter, i)))))
        .build();
  }

  private MethodSpec hvp() {
    Type type = Type.DOUBLE.arrayOf();
    String v = names.newName("v");
    String hv = names.newName("hv");
    MethodSpec.Builder method =
        override("hvp", TypeName.VOID)
            .addParameter(VECTOR, x)
            .addParameter(VECTOR, v)
            .addParameter(VECTOR, hv)
            .addCode(takeInput())
            .addCode(context.checks().shape(type, v, x))
            .addCode(context.checks().shape(type, hv, x))
            .addCode(context.checks().distinct(type, hv, x))
            .addCode(context.checks().distinct(type, hv, v));
    if (!ofScalars) {
      method.addStatement("$T.fill($N, 0)", Arrays.class, hv);
    }
    HvpSweep sweep = new HvpSweep(context, names);
    method.addCode(sweep.declaration());
    int index = 0;
    for (Parameter parameter : signature.parameters()) {
      if (parameter.active()) {
        sweep.pass(
            parameter,
            x,
            input(parameter, index),
            CodeBlock.of("$N", hv),
            element(v, parameter, index));
        index++;
      } else {
        CodeBlock none = CodeBlock.of("");
        sweep.pass(parameter, parameter.name(), copies.of(parameter), none, none);
      }
    }
    if (!ofScalars) {
      return method.addStatement(sweep.expression("1")).build();
    }
    method.addCode(sweep.call("1"));
    List<Parameter> active = signature.active();
    for (int i = 0; i < active.size(); i++) {
      method.addStatement("$N[$L] = $L", hv, i, sweep.component(active.get(i).name()));
    }
    return method.build();
  }

  private MethodSpec vjp() {
    String seed = names.newName("resultBar");
    MethodSpec.Builder method =
        override("vjp", VECTOR)
            .addParameter(VECTOR, x)
            .addParameter(VECTOR, seed)
            .addCode(takeInput());
    if (!ofScalars) {
      String xBar = names.newName("xBar");
      return method
          .addStatement("$1T $2N = new $3T[$4N.length]", VECTOR, xBar, TypeName.DOUBLE, x)
          .addStatement(sweepBack(xBar, CodeBlock.of("$N", seed)))
          .addStatement("return $N", xBar)
          .build();
    }
    String vjp = names.newName("vjp");
    return method
        .addStatement(
            "$T $N = $L",
            signature.vjpRecord().orElseThrow(),
            vjp,
            sweepBack("", CodeBlock.of("$N", seed)))
        .addStatement(
            "return new $T {$L}",
            VECTOR,
            signature.active().stream()
                .map(parameter -> CodeBlock.of("$N.$N()", vjp, parameter.name()))
                .collect(CodeBlock.joining(", ")))
        .build();
  }

  private MethodSpec jacobian() {
    List<CodeBlock> arguments = uncopied((parameter, i) -> List.of(itself(x, i)));
    return override("jacobian", JavaTypes.of(signature.result().get().arrayOf()))
        .addParameter(VECTOR, x)
        .addCode(inputCheck())
        .addStatement("return $L", context.call(context.names().jacobian(), arguments))
        .build();
  }

  /** The pattern, and the matrix without and with a pattern that is known. */
  private List<MethodSpec> sparse() {
    boolean isJacobian = signature.returnsArray();
    String matrix = isJacobian ? context.names().sparseJacobian() : context.names().sparseHessian();
    String name = isJacobian ? "sparseJacobian" : "sparseHessian";
    String sparsity = names.newName("sparsity");
    List<CodeBlock> own = uncopied((parameter, i) -> List.of(itself(x, i)));
    List<CodeBlock> again = new ArrayList<>(own);
    again.add(CodeBlock.of("$N", sparsity));
    return List.of(
        override("sparsity", SPARSITY)
            .addParameter(VECTOR, x)
            .addCode(inputCheck())
            .addStatement("return $L", context.call(context.names().sparsity(), own))
            .build(),
        override(name, SPARSE_MATRIX)
            .addParameter(VECTOR, x)
            .addCode(inputCheck())
            .addStatement("return $L", context.call(matrix, own))
            .build(),
        override(name, SPARSE_MATRIX)
            .addParameter(VECTOR, x)
            .addParameter(SPARSITY, sparsity)
            .addCode(inputCheck())
            .addStatement("return $L", context.call(matrix, again))
            .build());
  }

  private MethodSpec taylor() {
    String order = names.newName("order");
    List<CodeBlock> arguments = uncopied((parameter, i) -> List.of(itself(x, i), itself(xDot, i)));
    arguments.add(CodeBlock.of("$N", order));
    return override("taylor", JavaTypes.of(signature.result().get().arrayOf()))
        .addParameter(VECTOR, x)
        .addParameter(VECTOR, xDot)
        .addParameter(int.class, order)
        .addCode(inputCheck())
        .addCode(context.checks().shape(Type.DOUBLE.arrayOf(), xDot, x))
        .addStatement("return $L", context.call(context.names().taylor(), arguments))
        .build();
  }

  /** An active argument of a method that leaves its arrays as they are. */
  private CodeBlock itself(String vector, int index) {
    return ofScalars ? CodeBlock.of("$N[$L]", vector, index) : CodeBlock.of("$N", vector);
  }

  private static MethodSpec.Builder override(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private CodeBlock takeInput() {
    return inputCheck().toBuilder().add(copies.declaration()).build();
  }

  private CodeBlock inputCheck() {
    return ofScalars
        ? context.checks().length(x, signature.active().size(), signature.method())
        : context.checks().present(Type.DOUBLE.arrayOf(), x);
  }

  private CodeBlock sweepBack(String adjoint, CodeBlock seed) {
    List<CodeBlock> arguments =
        arguments(
            (parameter, i) ->
                ofScalars
                    ? List.of(input(parameter, i))
                    : List.of(input(parameter, i), CodeBlock.of("$N", adjoint)));
    arguments.add(seed);
    return context.call(context.names().vjp(), arguments);
  }

  private CodeBlock input(Parameter parameter, int index) {
    return ofScalars ? element(x, parameter, index) : copies.of(parameter, x);
  }

  /** The part of a tangent that belongs to an active parameter. */
  private CodeBlock element(String vector, Parameter parameter, int index) {
    if (ofScalars) {
      return CodeBlock.of("$N[$L]", vector, index);
    }
    return context.isTouched(parameter)
        ? context.shapes().copy(parameter.type(), vector)
        : CodeBlock.of("$N", vector);
  }

  /** What to pass for an active parameter, given its index among the active ones. */
  private interface ActiveArguments {
    List<CodeBlock> of(Parameter parameter, int index);
  }

  private List<CodeBlock> arguments(ActiveArguments ofActive) {
    return arguments(ofActive, copies::of);
  }

  /** For a method that leaves its arrays as they are. */
  private List<CodeBlock> uncopied(ActiveArguments ofActive) {
    return arguments(ofActive, constant -> CodeBlock.of("$N", constant.name()));
  }

  private List<CodeBlock> arguments(
      ActiveArguments ofActive, Function<Parameter, CodeBlock> ofConstant) {
    List<CodeBlock> arguments = new ArrayList<>();
    int index = 0;
    for (Parameter parameter : signature.parameters()) {
      if (parameter.active()) {
        arguments.addAll(ofActive.of(parameter, index++));
      } else {
        arguments.add(ofConstant.apply(parameter));
      }
    }
    return arguments;
  }
}
