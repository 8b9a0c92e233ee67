/**
 * Which values of a tape matter: which carry a derivative, what the reverse sweep needs of the
 * forward one, which arrays may be the same, which loops count.
 */
package org.wengert.processor.analyze;
