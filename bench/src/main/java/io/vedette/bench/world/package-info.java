/** The polling of ten thousand feeds that behave as those of the web do. */
@NullMarked
package io.vedette.bench.world;

import org.jspecify.annotations.NullMarked;
