/** How fast articles get in: posted, out of web archives, pages and feeds. */
@NullMarked
package io.vedette.bench.sources;

import org.jspecify.annotations.NullMarked;
