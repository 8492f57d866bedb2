/** Traces: the context of W3C in headers, the spans of the steps, and their way to a collector. */
@NullMarked
package io.vedette.runtime.trace;

import org.jspecify.annotations.NullMarked;
