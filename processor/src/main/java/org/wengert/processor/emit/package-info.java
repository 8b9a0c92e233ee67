/**
 * Tape to Java. Splits what HotSpot would refuse to compile, forms expression trees, gives values
 * Java variables, and prints statements through JavaPoet.
 */
package org.wengert.processor.emit;
