package org.wengert.sample.hessian;

import java.util.function.Function;
import org.wengert.ScalarFunction;
import org.wengert.VectorFunction;

/**
 * What a function of n numbers is differentiated twice by.
 *
 * @param size the numbers that it takes
 * @param hessian its generated Hessian
 * @param gradient its gradient as a method, which has derivatives of its own
 * @param slope its derivative in a direction, likewise
 */
record Twice(
    int size,
    Function<double[], double[][]> hessian,
    VectorFunction gradient,
    Function<double[], ScalarFunction> slope) {}
