package io.vedette.ingest.source;

import io.vedette.schemas.Source;

/**
 * A source, and where its newest record is.
 *
 * @param source not to be changed
 * @param partition whoever is assigned it polls the source
 * @param offset of the record there
 */
public record StoredSource(Source source, int partition, long offset) {

    public String id() {
        return source.getId();
    }
}
