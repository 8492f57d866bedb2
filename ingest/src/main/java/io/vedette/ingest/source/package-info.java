/** What a source is: how people write it, how it is kept on its topic, and the API over it. */
@NullMarked
package io.vedette.ingest.source;

import org.jspecify.annotations.NullMarked;
