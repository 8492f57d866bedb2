/** Annotations held against gold corpora by their own scorer, beside what Vedette aims at. */
@NullMarked
package io.vedette.bench.quality;

import org.jspecify.annotations.NullMarked;
