package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.sibling.SweepParameters.Primal;
import org.wengert.processor.tape.Type;

/**
 * The reverse mode of a method that replaces rows of its arrays: its two sweeps on adjoint arrays
 * of their own, which the method rearranges along with its arrays.
 */
final class RearrangingSweep {
  private static final ClassName STORAGE = ClassName.get("org.wengert", "TapeStorage");

  private final Context context;
  private final Signature signature;
  private final SweepParameters parameters;
  private final NameAllocator locals = new NameAllocator();
  private final CodeBlock.Builder code = CodeBlock.builder();

  private RearrangingSweep(Context context, SweepParameters parameters) {
    this.context = context;
    this.signature = context.signature();
    this.parameters = parameters;
    for (ParameterSpec declaration : parameters.declarations()) {
      locals.newName(declaration.name());
    }
  }

  /** The body of the adjoint method behind its checks. */
  static CodeBlock of(Context context, SweepParameters parameters) {
    return new RearrangingSweep(context, parameters).body();
  }

  private CodeBlock body() {
    Shadows shadows = new Shadows(context, locals);
    String storage = locals.newName("storage");
    code.add(shadows.declaration());
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", storage));
    for (Primal primal : parameters.primals()) {
      arguments.add(CodeBlock.of("$N", primal.name()));
      if (primal.isPair()) {
        arguments.add(shadows.of(primal.parameter(), primal.derivative().get(), code));
      }
    }
    code.addStatement("$1T $2N = $1T.open()", STORAGE, storage);
    code.beginControlFlow("try");
    Optional<String> value = forward(arguments, storage);
    code.add(shadows.seed());
    List<CodeBlock> results = new ArrayList<>();
    value.ifPresent(name -> results.add(CodeBlock.of("$N", name)));
    results.addAll(reverse(storage));
    code.add(shadows.handOut());
    if (signature.vjpRecord().isPresent()) {
      code.addStatement(
          "return new $T($L)", signature.vjpRecord().get(), CodeBlock.join(results, ", "));
    } else if (value.isPresent()) {
      code.addStatement("return $N", value.get());
    }
    return code.nextControlFlow("finally")
        .addStatement("$N.close()", storage)
        .endControlFlow()
        .build();
  }

  private Optional<String> forward(List<CodeBlock> arguments, String storage) {
    CodeBlock call = context.call(context.names().forward(), arguments);
    if (signature.result().isEmpty()) {
      code.addStatement(call);
      return Optional.empty();
    }
    Type type = signature.result().get();
    String value = locals.newName("value");
    code.addStatement("$T $N = $L", JavaTypes.of(type), value, call);
    if (type.isArray()) {
      String valueBar = locals.newName("valueBar");
      TypeName javaType = JavaTypes.of(type);
      code.addStatement("$1T $2N = ($1T) $3N.popArray()", javaType, valueBar, storage);
      code.add(context.shapes().accumulate(type, parameters.seed().get(), valueBar));
    }
    return Optional.of(value);
  }

  /** The adjoints of the active scalars: the first returned, the others on the storage's stack. */
  private List<CodeBlock> reverse(String storage) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", storage));
    if (signature.returnsScalar()) {
      arguments.add(CodeBlock.of("$N", parameters.seed().get()));
    }
    CodeBlock sweep = context.call(context.names().reverse(), arguments);
    List<CodeBlock> bars = new ArrayList<>();
    for (Parameter scalar : signature.activeScalars()) {
      String bar = locals.newName(scalar.name() + "Bar");
      TypeName type = JavaTypes.of(scalar.type());
      String pop = scalar.type().equals(Type.FLOAT) ? "popFloat" : "popDouble";
      CodeBlock next = bars.isEmpty() ? sweep : CodeBlock.of("$N.$L()", storage, pop);
      code.addStatement("$T $N = $L", type, bar, next);
      bars.add(CodeBlock.of("$N", bar));
    }
    if (bars.isEmpty()) {
      code.addStatement(sweep);
    }
    return bars;
  }
}
