package org.wengert.processor.simplify;

import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Value;

/** Of a new array is known, where it was made, how long it is, and that it is not null. */
final class NewArrays implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (operation instanceof Operation.Length length
        && rewriter.definition(length.array()).orElse(null)
            instanceof Operation.NewArray creation) {
      rewriter.replace(length.result(), creation.lengths().get(0));
      return true;
    }
    if (operation instanceof Elementary comparison
        && (comparison.operator() == Arithmetic.EQ || comparison.operator() == Arithmetic.NE)) {
      Match match = new Match(comparison, rewriter);
      boolean isWithNull =
          isNew(match.first(), rewriter) && isNull(match.second(), rewriter)
              || isNull(match.first(), rewriter) && isNew(match.second(), rewriter);
      return isWithNull && match.becomesLiteral(comparison.operator() == Arithmetic.NE);
    }
    return false;
  }

  private static boolean isNew(Value value, Rewriter rewriter) {
    return rewriter.definition(value).orElse(null) instanceof Operation.NewArray;
  }

  private static boolean isNull(Value value, Rewriter rewriter) {
    return rewriter.definition(value).orElse(null) instanceof Operation.Constant constant
        && constant.value() == null;
  }
}
