/**
 * From Java's syntax trees to a tape. A {@link org.wengert.processor.read.Fence} first rejects what
 * has no place on a tape; then statements and expressions are lowered in order of evaluation, jumps
 * becoming boolean values and calls within the file becoming part of the tape.
 */
package org.wengert.processor.read;
