/** Mappings: which part of a page, column of a table or field of an object is which field of an article. */
@NullMarked
package io.vedette.ingest.mapping;

import org.jspecify.annotations.NullMarked;
