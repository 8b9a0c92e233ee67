package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Type;

/** The Jacobian of a method whose result is an array of few elements: all rows at once. */
final class FewRows {
  private final Context context;
  private final Signature signature;
  private final List<MethodSpec> bodies;
  private final Type rowType;

  private FewRows(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.bodies = context.member().derivatives().rows();
    this.rowType = signature.result().orElseThrow();
  }

  static List<MethodSpec> of(Context context) {
    FewRows methods = new FewRows(context);
    List<MethodSpec> all = new ArrayList<>();
    all.add(methods.jacobian());
    all.addAll(methods.rows());
    return all;
  }

  private int count() {
    return bodies.get(0).parameters().size()
        - signature.parameters().size()
        - (signature.active().size() - 1);
  }

  private MethodSpec jacobian() {
    NameAllocator locals = context.locals();
    String columns = locals.newName("columns");
    String jacobian = locals.newName("jacobian");
    List<CodeBlock> arguments = new ArrayList<>(context.own());
    for (int row = 0; row < count(); row++) {
      arguments.add(CodeBlock.of("$N[$L]", jacobian, row));
    }
    List<Parameter> active = signature.active();
    for (int i = 1; i < active.size(); i++) {
      arguments.add(context.size(active.subList(0, i)));
    }
    CodeBlock matrix =
        context.shapes().matrix(rowType, CodeBlock.of("$L", count()), CodeBlock.of("$N", columns));
    return context
        .method(context.names().jacobian(), JavaTypes.of(rowType.arrayOf()))
        .addJavadoc("$L", Docs.jacobian(context))
        .addParameters(context.parameters(signature.parameters()))
        .addStatement("int $N = $L", columns, context.size(active))
        .addStatement("$T $N = $L", JavaTypes.of(rowType.arrayOf()), jacobian, matrix)
        .addStatement(context.call(context.names().jacobianRows(), arguments))
        .addStatement("return $N", jacobian)
        .build();
  }

  private List<MethodSpec> rows() {
    List<ParameterSpec> parameters = new ArrayList<>(bodies.get(0).parameters());
    for (int i = 0; i < signature.parameters().size(); i++) {
      parameters.set(
          i,
          ParameterSpec.builder(signature.parameters().get(i).javaType(), parameters.get(i).name())
              .build());
    }
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .privateMethod(context.names().jacobianRows(), TypeName.VOID)
            .addJavadoc("$L", Docs.jacobianRows())
            .addParameters(parameters)
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(signature.exceptions()).build());
    }
    return methods;
  }
}
