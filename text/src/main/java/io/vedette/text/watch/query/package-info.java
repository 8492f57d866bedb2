/**
 * The watch language: from what an analyst writes to what it means.  Knows nothing of how articles are matched.
 */
@NullMarked
package io.vedette.text.watch.query;

import org.jspecify.annotations.NullMarked;
