package org.wengert.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers what is done with arrays: element reads, creation, length and copies. */
final class ArrayReader {
  private final Lowering lowering;

  ArrayReader(Lowering lowering) {
    this.lowering = lowering;
  }

  Value read(ArrayAccessTree tree, String name) throws ProblemException {
    Value array = array(tree);
    Value index = index(tree);
    Value result = Lowering.value(array.type().element(), name);
    return lowering.at(tree).load(result, array, index);
  }

  /** The array whose element is accessed. */
  Value array(ArrayAccessTree tree) throws ProblemException {
    return arrayIn(tree.getExpression());
  }

  /** The index of the element that is accessed. */
  Value index(ArrayAccessTree tree) throws ProblemException {
    return lowering.expressions().read(tree.getIndex(), Type.INT, "");
  }

  /** {@code array.length}, at a tree that says so. */
  Value length(Value array, String name, Tree at) throws ProblemException {
    Value result = Lowering.value(Type.INT, name);
    lowering.at(at).add(new Operation.Length(result, array, lowering.region().builder().at()));
    return result;
  }

  /** An expression that must have an array for its value. */
  Value arrayIn(ExpressionTree tree) throws ProblemException {
    Value array = lowering.expressions().read(tree, "");
    if (!array.type().isArray()) {
      throw lowering.problem(Message.NOT_AN_ARRAY, tree, array.type());
    }
    return array;
  }

  Value clone(ExpressionTree arrayTree, String name, Tree at) throws ProblemException {
    Value array = arrayIn(arrayTree);
    Value result = Lowering.value(array.type(), name);
    lowering.at(at).add(new Operation.CloneArray(result, array, lowering.region().builder().at()));
    return result;
  }

  Value read(NewArrayTree tree, String name) throws ProblemException {
    Type type = lowering.typeOf(tree);
    if (tree.getInitializers() != null) {
      return readInitializer(tree, type, name);
    }
    List<Value> lengths = new ArrayList<>();
    for (ExpressionTree dimension : tree.getDimensions()) {
      lengths.add(lowering.expressions().read(dimension, Type.INT, ""));
    }
    return lowering.at(tree).newArray(Lowering.value(type, name), lengths.toArray(Value[]::new));
  }

  /** {@code {a, b, c}}, with or without {@code new} before it. */
  Value readInitializer(NewArrayTree tree, Type type, String name) throws ProblemException {
    return filled(tree.getInitializers(), type, name, tree);
  }

  /** A new array that holds the values of these expressions. */
  Value filled(List<? extends ExpressionTree> elements, Type type, String name, Tree at)
      throws ProblemException {
    if (!type.isArray()) {
      throw lowering.problem(Message.NOT_AN_ARRAY, at, type);
    }
    Value length = lowering.conversions().constant(elements.size(), Type.INT, "", at);
    Value array = lowering.at(at).newArray(Lowering.value(type, name), length);
    int i = 0;
    for (ExpressionTree element : elements) {
      Value index = lowering.conversions().constant(i++, Type.INT, "", element);
      Value value = lowering.expressions().read(element, type.element(), "");
      lowering.at(element).store(array, index, value);
    }
    return array;
  }
}
