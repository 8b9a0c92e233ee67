/**
 * What the processor does, shown to people: the tapes of methods and of their derivatives as text,
 * and as a page that computes with them. Nothing that is generated depends on it.
 */
package org.wengert.processor.explain;
