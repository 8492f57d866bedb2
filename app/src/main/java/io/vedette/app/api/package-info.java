/** Vedette's own HTTP API, from the caller's side. */
@NullMarked
package io.vedette.app.api;

import org.jspecify.annotations.NullMarked;
