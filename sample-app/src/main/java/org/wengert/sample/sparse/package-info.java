/**
 * Sparse Jacobians and Hessians in the hands of other libraries: as matrices of EJML and
 * Hipparchus, and in Newton's method for a discretised differential equation.
 */
package org.wengert.sample.sparse;
