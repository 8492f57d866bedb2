/** The one HTTP server of a process: health, metrics, topologies, and what its services answer. */
@NullMarked
package io.vedette.runtime.http;

import org.jspecify.annotations.NullMarked;
