package io.vedette.ingest.source;

/** How much of a source's texts may leave Vedette, as the record {@code Source} names it. */
public enum TextDelivery {
    FULL,
    SNIPPET,
    NONE
}
