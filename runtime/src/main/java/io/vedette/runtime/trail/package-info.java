/** The audit log, read and answered over HTTP. */
@NullMarked
package io.vedette.runtime.trail;

import org.jspecify.annotations.NullMarked;
