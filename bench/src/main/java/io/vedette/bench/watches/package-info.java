/** How fast articles are held against many watches, beside Lucene Monitor. */
@NullMarked
package io.vedette.bench.watches;

import org.jspecify.annotations.NullMarked;
