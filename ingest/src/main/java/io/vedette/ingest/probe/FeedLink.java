package io.vedette.ingest.probe;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a page names in its head.
 *
 * @param title what the page calls it; null if it does not say
 */
public record FeedLink(URI address, @Nullable String title) {}
