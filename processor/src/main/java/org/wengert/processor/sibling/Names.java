package org.wengert.processor.sibling;

/**
 * What everything generated for one annotated method is called.
 *
 * @param base the method's own name, or the one that the annotation gives
 */
public record Names(String base) {
  public String jvp() {
    return base + "Jvp";
  }

  public String vjp() {
    return base + "Vjp";
  }

  /** The forward sweep that leaves what its reverse sweep needs, for calls in other methods. */
  public String forward() {
    return base + "Forward";
  }

  /** The reverse sweep of the latest forward one. */
  public String reverse() {
    return base + "Reverse";
  }

  /** Only there if the method leaves the arrays alone that it is given. */
  public String onlyReads() {
    return base + "OnlyReads";
  }

  /** Both sweeps in one, for calls in methods that know the seed beforehand. */
  public String whole() {
    return base + "Adjoint";
  }

  /** The private copy of a method that calls itself. */
  public String copy() {
    return base + "Copy";
  }

  /** The private copy of a method of which derivatives are called. */
  public String nested() {
    return base + "Nested";
  }

  /** Its derivative in a direction, without the value. */
  public String tangent() {
    return base + "Tangent";
  }

  /** Its adjoints, without the value. */
  public String adjoint() {
    return base + "Adjoint";
  }

  /** What the sweeps that follow rules of the user's own start with. */
  public String rule() {
    return base + "Rule";
  }

  public String gradient() {
    return base + "Gradient";
  }

  /** The product of the Hessian and a vector. */
  public String hvp() {
    return base + "Hvp";
  }

  /** The same, added to arrays. */
  public String hvpSweep() {
    return base + "HvpSweep";
  }

  /** The coefficients of the Taylor series along a direction. */
  public String taylor() {
    return base + "Taylor";
  }

  public String hessian() {
    return base + "Hessian";
  }

  /** Several columns of it, by tangents of the reverse sweep. */
  public String hessianColumns() {
    return base + "HessianColumns";
  }

  String hessianRow() {
    return base + "HessianRow";
  }

  public String jacobian() {
    return base + "Jacobian";
  }

  String jacobianColumn() {
    return base + "JacobianColumn";
  }

  /** The tangents of several inputs in one sweep. */
  public String jacobianColumns() {
    return base + "JacobianColumns";
  }

  /** All rows, by several reverse sweeps after one forward sweep. */
  public String jacobianRows() {
    return base + "JacobianRows";
  }

  /** The tangents of any number of inputs in one sweep. */
  public String jacobianInDirections() {
    return base + "JacobianInDirections";
  }

  /** The pattern of a sparse Jacobian or Hessian. */
  public String sparsity() {
    return base + "Sparsity";
  }

  public String sparseJacobian() {
    return base + "SparseJacobian";
  }

  public String sparseHessian() {
    return base + "SparseHessian";
  }

  /** A sparse Jacobian or Hessian whose pattern is known to be right. */
  String compressed() {
    return base + "Compressed";
  }

  /** What the result depends on. */
  public String dependences() {
    return base + "Dependences";
  }

  /** Which way the method goes. */
  public String decisions() {
    return base + "Decisions";
  }

  String jacobianRow() {
    return base + "JacobianRow";
  }

  /** The record of the value and the adjoints of active scalars. */
  public String vjpRecord() {
    return capitalized() + "Vjp";
  }

  /** The record of the value and the whole gradient. */
  public String gradientRecord() {
    return capitalized() + "Gradient";
  }

  /** The record of the value and the product of the Hessian and a vector. */
  public String hvpRecord() {
    return capitalized() + "Hvp";
  }

  private String capitalized() {
    int first = base.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + base.substring(Character.charCount(first));
  }
}
