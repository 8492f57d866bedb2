/**
 * What every article goes through before anything else looks at it: its characters put right, its address made
 * canonical, its date read, its id computed.  Ingest does it to what sources give; enrich does the same to records that
 * other producers wrote, and so both arrive at the same article.  Cleaning a cleaned article changes nothing.
 */
@NullMarked
package io.vedette.text.article;

import org.jspecify.annotations.NullMarked;
