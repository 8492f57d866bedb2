/** Feeds of others' tests, read by our reader. */
@NullMarked
package io.vedette.bench.feeds;

import org.jspecify.annotations.NullMarked;
