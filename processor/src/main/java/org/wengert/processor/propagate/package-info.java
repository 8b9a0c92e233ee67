/**
 * What goes through a method beside its values, forwards: Taylor series, and which inputs a value
 * depends on.
 */
package org.wengert.processor.propagate;
