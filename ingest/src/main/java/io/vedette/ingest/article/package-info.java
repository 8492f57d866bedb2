/** From what sources give to the record {@code Article}: reading JSON, cleaning, mapping. */
@NullMarked
package io.vedette.ingest.article;

import org.jspecify.annotations.NullMarked;
