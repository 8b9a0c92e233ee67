/**
 * The generated class that stands beside a class with annotated methods: its methods, records and
 * checks around the method bodies that the stages before delivered.
 */
package org.wengert.processor.sibling;
