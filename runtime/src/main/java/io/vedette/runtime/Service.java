package io.vedette.runtime;

import io.vedette.runtime.http.Routes;
import java.util.List;

/**
 * One service of the pipeline, within a process that may hold several.
 *
 * <p>{@link #components()}, {@link #routes()} and {@link #topology()} can be called before {@link #start()}, so that
 * health is answered while the service still comes up.
 */
public interface Service extends AutoCloseable {

    /** Its name: {@code ingest}, {@code enrich} or {@code alerts}. */
    String name();

    /**
     * Begins to work, and returns without waiting for a broker that is away: that is what readiness is for.
     *
     * @throws StartupException if it can never work as it is set up
     */
    void start();

    /** What has to be well for the service to be ready. */
    List<Component> components();

    /** What it answers over HTTP; none by default. */
    default List<Routes> routes() {
        return List.of();
    }

    /** A description of its Streams topology in the form of {@code TopologyDescription}; empty if it has none. */
    default String topology() {
        return "";
    }

    /** Stops cleanly within 10 s: what was accepted is committed or will be read again. Never throws; can be called twice. */
    @Override
    void close();
}
