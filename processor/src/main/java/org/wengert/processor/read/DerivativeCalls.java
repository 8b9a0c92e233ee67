package org.wengert.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import javax.lang.model.element.Name;

/** Whether a file may call derivatives of its methods, so that second ones may be needed. */
public final class DerivativeCalls extends Scan {
  private final String suffix;
  private boolean found;

  private DerivativeCalls(String suffix) {
    this.suffix = suffix;
  }

  /**
   * By the names in the file alone, before anything is resolved.
   *
   * @param suffix what the names of generated classes end with
   */
  public static boolean mayBeIn(CompilationUnitTree unit, String suffix) {
    DerivativeCalls scan = new DerivativeCalls(suffix);
    scan.scan(unit, null);
    return scan.found;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    note(tree.getName());
    return super.visitIdentifier(tree, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    note(tree.getIdentifier());
    return super.visitMemberSelect(tree, null);
  }

  private void note(Name name) {
    found |= name.toString().endsWith(suffix);
  }
}
