package org.wengert.processor.emit;

import com.palantir.javapoet.CodeBlock;
import org.wengert.processor.tape.Operation.Argument;
import org.wengert.processor.tape.Operation.Operand;
import org.wengert.processor.tape.Operation.Part;
import org.wengert.processor.tape.Operation.Text;
import org.wengert.processor.tape.Operation.Throw;

/** Prints {@code throw new SomeException("message " + value)}. */
final class ThrowPrinter {
  private final ExpressionPrinter expressions;

  ThrowPrinter(ExpressionPrinter expressions) {
    this.expressions = expressions;
  }

  CodeBlock code(Throw thrown) {
    CodeBlock arguments =
        thrown.arguments().stream().map(this::argument).collect(CodeBlock.joining(", "));
    return CodeBlock.of("throw new $T($L)", JavaTypes.className(thrown.exception()), arguments);
  }

  private CodeBlock argument(Argument argument) {
    if (argument.parts().size() == 1) {
      return expression(argument.parts().get(0)).code();
    }
    CodeBlock concatenation =
        argument.parts().stream()
            .map(part -> expression(part).within(Expression.ADDITIVE + 1))
            .collect(CodeBlock.joining(" + "));
    boolean startsAsText = argument.parts().get(0) instanceof Text;
    return startsAsText ? concatenation : CodeBlock.of("$S + $L", "", concatenation);
  }

  private Expression expression(Part part) {
    if (part instanceof Text text) {
      return Expression.primary("$L", Literals.code(text.text()));
    }
    return expressions.typed(((Operand) part).value());
  }
}
