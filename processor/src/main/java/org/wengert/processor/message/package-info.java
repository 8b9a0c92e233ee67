/** One catalogue of everything the processor ever tells a user. */
package org.wengert.processor.message;
