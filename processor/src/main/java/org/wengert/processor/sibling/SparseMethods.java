package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.processor.tape.Type;

/** The Jacobian or the Hessian without its zeros, and its pattern. */
final class SparseMethods {
  private static final ClassName MATRIX = ClassName.get("org.wengert", "SparseMatrix");
  private static final ClassName SPARSITY = ClassName.get("org.wengert", "Sparsity");
  private static final ClassName DEPENDENCES = ClassName.get("org.wengert", "Dependences");
  private static final ClassName DECISIONS = ClassName.get("org.wengert", "Decisions");

  private final Context context;
  private final Signature signature;
  private final String matrix;

  private SparseMethods(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.matrix =
        signature.returnsArray()
            ? context.names().sparseJacobian()
            : context.names().sparseHessian();
  }

  /** The methods that callers see, then their private parts. */
  static List<MethodSpec> of(Context context) {
    SparseMethods methods = new SparseMethods(context);
    List<MethodSpec> all = new ArrayList<>();
    all.add(methods.sparsity());
    all.add(methods.atOnce());
    all.add(methods.again());
    all.add(
        context.signature().returnsArray()
            ? CompressedJacobian.of(context)
            : CompressedHessian.of(context));
    Derivatives.Sparse patterns = context.member().derivatives().sparse().orElseThrow();
    TypeName numbers =
        context.signature().returnsArray() ? JavaTypes.of(Type.INT.arrayOf()) : TypeName.INT;
    all.addAll(methods.body(patterns.dependences(), numbers, Docs.dependences()));
    all.addAll(methods.body(patterns.decisions(), TypeName.VOID, Docs.decisions()));
    return all;
  }

  private MethodSpec sparsity() {
    NameAllocator locals = context.locals();
    String decisions = locals.newName("decisions");
    String dependences = locals.newName("dependences");
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", dependences));
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.isActiveArray()) {
        arguments.add(inputs(parameter, dependences));
      } else if (parameter.active()) {
        arguments.add(CodeBlock.of("$N.input()", dependences));
      }
    }
    CodeBlock numbers = context.call(context.names().dependences(), arguments);
    MethodSpec.Builder method =
        context
            .method(context.names().sparsity(), SPARSITY)
            .addJavadoc("$L", Docs.sparsity(context))
            .addParameters(context.parameters(signature.parameters()))
            .addCode(decide(decisions))
            .addStatement("$1T $2N = new $1T()", DEPENDENCES, dependences);
    return signature.returnsArray()
        ? method
            .addStatement(
                "return $N.jacobian($L, $N, $L)",
                dependences,
                numbers,
                decisions,
                CompressedJacobian.directions(context))
            .build()
        : method
            .addStatement(
                "return $N.hessian($L, $N, $L)",
                dependences,
                numbers,
                decisions,
                CompressedHessian.directions(context))
            .build();
  }

  private static CodeBlock inputs(Parameter parameter, String dependences) {
    return parameter.type().rank() == 1
        ? CodeBlock.of("$N.inputs($N)", dependences, parameter.name())
        : CodeBlock.of(
            "$N.inputs($N, int$L.class)",
            dependences,
            parameter.name(),
            "[]".repeat(parameter.type().rank()));
  }

  /** Statements that declare the decisions and let the method make them. */
  private CodeBlock decide(String decisions) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", decisions));
    arguments.addAll(context.own());
    return CodeBlock.builder()
        .addStatement("$1T $2N = new $1T($3S)", DECISIONS, decisions, spelling())
        .addStatement(context.call(context.names().decisions(), arguments))
        .build();
  }

  /** A name that no other method has. */
  private String spelling() {
    return signature.parameters().stream()
        .map(parameter -> parameter.type().toString())
        .collect(
            Collectors.joining(
                ", ", signature.owner().canonicalName() + "." + signature.method() + "(", ")"));
  }

  private MethodSpec atOnce() {
    List<CodeBlock> arguments = new ArrayList<>(context.own());
    arguments.add(context.call(context.names().sparsity(), context.own()));
    return context
        .method(matrix, MATRIX)
        .addJavadoc("$L", Docs.sparse(context))
        .addParameters(context.parameters(signature.parameters()))
        .addStatement("return $L", context.call(context.names().compressed(), arguments))
        .build();
  }

  private MethodSpec again() {
    NameAllocator locals = context.locals();
    String sparsity = locals.newName("sparsity");
    String decisions = locals.newName("decisions");
    List<CodeBlock> arguments = new ArrayList<>(context.own());
    arguments.add(CodeBlock.of("$N", sparsity));
    return context
        .method(matrix, MATRIX)
        .addJavadoc("$L", Docs.sparseAgain(context, sparsity))
        .addParameters(context.parameters(signature.parameters()))
        .addParameter(ParameterSpec.builder(SPARSITY, sparsity).build())
        .addCode(decide(decisions))
        .beginControlFlow("if (!$N.holds($N))", sparsity, decisions)
        .addStatement(
            "$N.require($L)", sparsity, context.call(context.names().sparsity(), context.own()))
        .endControlFlow()
        .addStatement("return $L", context.call(context.names().compressed(), arguments))
        .build();
  }

  private List<MethodSpec> body(List<MethodSpec> bodies, TypeName result, String javadoc) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .privateMethod(bodies.get(0).name(), result)
            .addJavadoc("$L", javadoc)
            .addParameters(bodies.get(0).parameters())
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(signature.exceptions()).build());
    }
    return methods;
  }
}
