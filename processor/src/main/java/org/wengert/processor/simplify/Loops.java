package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Value;

/**
 * A loop that is never entered becomes its condition, evaluated once; a carried value that no
 * iteration changes becomes what it starts as.
 */
final class Loops implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Loop loop)) {
      return false;
    }
    if (loop.condition().completes() && isNeverEntered(loop, rewriter)) {
      rewriter.replaceAll(loop.carried(), loop.initial());
      rewriter.inline(loop.condition());
      rewriter.replaceAll(loop.results(), loop.initial());
    } else {
      Loop varying = withoutInvariants(loop, rewriter);
      rewriter.emit(
          varying.withBlocks(
              block ->
                  block == varying.condition()
                      ? rewriter.block(block)
                      : withUnchanged(rewriter.block(block), varying, rewriter)));
    }
    return true;
  }

  private static boolean isNeverEntered(Loop loop, Rewriter rewriter) {
    Map<Value, Object> entry = new HashMap<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      rewriter.literal(loop.initial().get(i)).ifPresent(literal -> entry.put(carried, literal));
    }
    List<Object> outcome = new PartialEvaluation(rewriter, entry).yields(loop.condition());
    return Boolean.FALSE.equals(outcome.get(0));
  }

  private static Loop withoutInvariants(Loop loop, Rewriter rewriter) {
    if (!loop.body().completes()) {
      return loop;
    }
    boolean[] invariant = new boolean[loop.carried().size()];
    for (int i = 0; i < invariant.length; i++) {
      Value carried = loop.carried().get(i);
      Value initial = loop.initial().get(i);
      Value next = loop.body().yields().get(i);
      if (next == carried || rewriter.current(next) == initial) {
        rewriter.replace(carried, initial);
        rewriter.replace(loop.results().get(i), initial);
        invariant[i] = true;
      }
    }
    return Slots.keep(loop, i -> !invariant[i]);
  }

  /**
   * A rewritten body that yields a carried value itself where it is found not to change after all,
   * for the next rewriting to see.
   */
  private static Block withUnchanged(Block body, Loop loop, Rewriter rewriter) {
    List<Value> yields = new ArrayList<>(body.yields());
    for (int i = 0; i < yields.size(); i++) {
      if (rewriter.isSameLiteral(yields.get(i), loop.initial().get(i))) {
        yields.set(i, loop.carried().get(i));
      }
    }
    return yields.equals(body.yields()) ? body : new Block(body.operations(), yields);
  }
}
