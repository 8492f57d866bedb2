/**
 * Which addresses may be connected to.
 */
@NullMarked
package io.vedette.runtime.net;

import org.jspecify.annotations.NullMarked;
