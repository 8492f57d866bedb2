/** {@code POST /api/articles}. */
@NullMarked
package io.vedette.ingest.http;

import org.jspecify.annotations.NullMarked;
