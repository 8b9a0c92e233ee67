package org.wengert.processor.read.resolve;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** An expression whose type depends on where it stands (JLS 15.2), while that is not yet known. */
interface Poly {

  /** Whether it can be passed where a type is wanted. */
  boolean fits(TypeMirror wanted, boolean strict);

  /** The types its value may have; none where that depends on the target. */
  List<TypeMirror> types();

  /** Whether it counts as a number or a boolean when it is an operand of {@code ?:}. */
  boolean isPrimitiveOrBox() throws UnresolvedException;

  /** Whether it means nothing definite without a target. */
  boolean needsTarget();

  /** Its type for a target, or for none if that is null; records the types of its parts. */
  TypeMirror settle(TypeMirror target) throws UnresolvedException;
}
