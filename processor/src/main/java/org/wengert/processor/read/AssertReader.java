package org.wengert.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers {@code assert}, which derivatives check where the class of the method does: where
 * assertions are enabled for that.
 */
final class AssertReader {
  private final Lowering lowering;

  /** Whether assertions are enabled, by top-level class. */
  private final Map<TypeElement, Value> enabled = new HashMap<>();

  AssertReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Asks once, at the start of the current method, if there is something to assert in the file. */
  void prepare() {
    Frame frame = lowering.frame();
    boolean[] found = {false};
    new Scan() {
      @Override
      public Void visitAssert(AssertTree tree, Void unused) {
        found[0] = true;
        return null;
      }
    }.scan(frame.file().unit(), null);
    if (found[0]) {
      TypeElement owner = owner();
      enabled.put(owner, ask(owner, lowering.region().builder()));
    }
  }

  private TypeElement owner() {
    Element element = lowering.frame().method();
    TypeElement outermost = null;
    while (element.getEnclosingElement() instanceof TypeElement type) {
      outermost = type;
      element = type;
    }
    return outermost;
  }

  private static Value ask(TypeElement owner, BlockBuilder block) {
    Value result = Value.named(Type.BOOLEAN, "assertions");
    block.add(
        new Operation.ReadStatic(
            result,
            owner.getQualifiedName().toString(),
            "class.desiredAssertionStatus()",
            true,
            block.at()));
    return result;
  }

  void read(AssertTree tree) throws ProblemException {
    TypeElement owner = owner();
    Value asked = enabled.get(owner);
    Value condition = asked == null ? ask(owner, lowering.at(tree)) : asked;
    Region checked = lowering.open(tree);
    lowering.in(checked, () -> check(tree));
    if (LoopReader.hasEffect(checked)) {
      throw lowering.problem(Message.ASSERT_WITH_EFFECT, tree.getCondition());
    }
    Region goesOn = lowering.open(tree);
    lowering.logic().branch(condition, checked, goesOn, lowering.frame().file().locate(tree));
  }

  private void check(AssertTree tree) throws ProblemException {
    Value holds = lowering.expressions().read(tree.getCondition(), Type.BOOLEAN, "");
    Value fails = lowering.at(tree).elementary(Arithmetic.NOT, Type.BOOLEAN, holds);
    ExpressionTree detail = tree.getDetail();
    Region thrown = lowering.open(tree);
    lowering.in(
        thrown,
        () -> {
          List<Operation.Argument> arguments =
              detail == null ? List.of() : List.of(lowering.throwing().argument(detail));
          lowering.throwing().add("java.lang.AssertionError", arguments, tree);
        });
    Region goesOn = lowering.open(tree);
    lowering.logic().branch(fails, thrown, goesOn, lowering.frame().file().locate(tree));
  }
}
