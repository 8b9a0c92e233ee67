package org.wengert.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TreeVisitor;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;

/**
 * The compact constructor of a record, with the parameters that it does not write down. javac adds
 * them after parsing.
 *
 * @param declared as it is parsed
 * @param parameters the components of the record
 */
record CompactConstructor(MethodTree declared, List<VariableTree> parameters)
    implements MethodTree {

  /** A method as it is, unless it is a compact constructor without its parameters. */
  static MethodTree completed(MethodTree tree, ExecutableElement method, CompilationUnitTree unit) {
    boolean complete =
        method.getKind() != ElementKind.CONSTRUCTOR
            || tree.getParameters().size() == method.getParameters().size();
    return complete ? tree : new CompactConstructor(tree, componentsAround(tree, unit));
  }

  private static List<VariableTree> componentsAround(MethodTree wanted, CompilationUnitTree unit) {
    List<VariableTree> components = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        if (tree.getMembers().contains(wanted)) {
          tree.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(VariableTree.class::cast)
              .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
              .forEach(components::add);
        }
        return super.visitClass(tree, null);
      }
    }.scan(unit, null);
    return components;
  }

  @Override
  public Kind getKind() {
    return Kind.METHOD;
  }

  @Override
  public <R, D> R accept(TreeVisitor<R, D> visitor, D data) {
    return visitor.visitMethod(this, data);
  }

  @Override
  public ModifiersTree getModifiers() {
    return declared.getModifiers();
  }

  @Override
  public Name getName() {
    return declared.getName();
  }

  @Override
  public Tree getReturnType() {
    return declared.getReturnType();
  }

  @Override
  public List<? extends TypeParameterTree> getTypeParameters() {
    return declared.getTypeParameters();
  }

  @Override
  public List<? extends VariableTree> getParameters() {
    return parameters;
  }

  @Override
  public VariableTree getReceiverParameter() {
    return declared.getReceiverParameter();
  }

  @Override
  public List<? extends ExpressionTree> getThrows() {
    return declared.getThrows();
  }

  @Override
  public BlockTree getBody() {
    return declared.getBody();
  }

  @Override
  public Tree getDefaultValue() {
    return declared.getDefaultValue();
  }
}
