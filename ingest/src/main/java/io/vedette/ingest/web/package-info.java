/** Fetching from the web, politely and safely. */
@NullMarked
package io.vedette.ingest.web;

import org.jspecify.annotations.NullMarked;
