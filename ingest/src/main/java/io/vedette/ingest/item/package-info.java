/** What a source lists: items, each on its way to be an article. */
@NullMarked
package io.vedette.ingest.item;

import org.jspecify.annotations.NullMarked;
