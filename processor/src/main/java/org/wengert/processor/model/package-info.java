/**
 * The language model with generated classes that are not there yet: what derivatives of other
 * methods look like to a method that calls them, known from the declarations of those methods
 * alone; and members of classes listed in the one way that no compiler breaks on.
 */
package org.wengert.processor.model;
