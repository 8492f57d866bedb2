/** Sitemaps, those of news above all. */
@NullMarked
package io.vedette.ingest.sitemap;

import org.jspecify.annotations.NullMarked;
