/** Derivative rules of the user's own: which there are, and whether they are declared as wanted. */
package org.wengert.processor.custom;
