/** Articles that are on a topic already, in a shape of somebody else's. */
@NullMarked
package io.vedette.ingest.topic;

import org.jspecify.annotations.NullMarked;
