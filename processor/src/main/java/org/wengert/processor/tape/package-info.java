/**
 * The tape: a Wengert list with structure. Straight-line elementary operations, each result named
 * once, inside regions (branch, loop) that say which values they carry in and out. Locals of the
 * source are values; only arrays are memory. Holds no compiler object. Derivatives of tapes are
 * tapes.
 */
package org.wengert.processor.tape;
