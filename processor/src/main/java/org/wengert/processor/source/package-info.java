/** Where the body of a method comes from, and where messages about it are shown. */
package org.wengert.processor.source;
