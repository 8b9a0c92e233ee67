package org.wengert.sample.textbook;

/**
 * What the tables say of one intermediate value.
 *
 * @param name the textbook's name of it
 * @param primal how it is computed
 * @param tangent how its tangent is
 * @param adjoint how its adjoint is
 */
record Step(String name, String primal, String tangent, String adjoint) {}
