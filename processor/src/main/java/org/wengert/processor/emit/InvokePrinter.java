package org.wengert.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.function.Function;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation.Invoke;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Prints calls of methods. A value and its tangent come as the runtime's record; of several other
 * results the first is returned and the rest lie on the storage's stack.
 */
final class InvokePrinter {
  private final ExpressionPrinter expressions;
  private final Names names;
  private final Function<Value, CodeBlock> declared;

  /**
   * @param declared the variable of a result, declared if that is to do
   */
  InvokePrinter(ExpressionPrinter expressions, Names names, Function<Value, CodeBlock> declared) {
    this.expressions = expressions;
    this.names = names;
    this.declared = declared;
  }

  void print(Invoke invoke, CodeBlock.Builder out) {
    CodeBlock call = call(invoke);
    List<Value> results = invoke.results();
    if (results.isEmpty()) {
      out.addStatement("$L", call);
    } else if (results.size() == 2 && isTangent(invoke)) {
      String dual = names.fresh(invoke.callee().method() + "Dual");
      out.addStatement("$T $L = $L", record(results.get(0).type()), dual, call);
      out.addStatement("$L = $L.value()", declared.apply(results.get(0)), dual);
      out.addStatement("$L = $L.tangent()", declared.apply(results.get(1)), dual);
    } else {
      out.addStatement("$L = $L", declared.apply(results.get(0)), call);
      for (Value result : results.subList(1, results.size())) {
        out.addStatement("$L = $L", declared.apply(result), expressions.pop(result.type()));
      }
    }
  }

  private static boolean isTangent(Invoke invoke) {
    return invoke.form() == Callee.Form.TANGENT || invoke.form() == Callee.Form.PRIMAL;
  }

  private CodeBlock call(Invoke invoke) {
    Callee.Target target = invoke.callee().target(invoke.form());
    TypeName owner = JavaTypes.className(target.owner());
    String method = target.name();
    if (invoke.callee().ofObject()) {
      List<Value> arguments = invoke.arguments();
      CodeBlock others = expressions.list(arguments.subList(1, arguments.size()));
      return CodeBlock.of("$L.$N($L)", expressions.receiver(arguments.get(0)), method, others);
    }
    CodeBlock arguments = expressions.list(invoke.arguments());
    if (!invoke.usesStorage()) {
      return CodeBlock.of("$T.$N($L)", owner, method, arguments);
    }
    return arguments.isEmpty()
        ? CodeBlock.of("$T.$N($L)", owner, method, expressions.storage())
        : CodeBlock.of("$T.$N($L, $L)", owner, method, expressions.storage(), arguments);
  }

  /** The runtime's record of a value of this type and its tangent. */
  private static TypeName record(Type type) {
    String element = type.kind() == Type.Kind.FLOAT ? "Float" : "";
    return JavaTypes.className("org.wengert.Dual" + element + (type.isArray() ? "Array" : ""));
  }
}
