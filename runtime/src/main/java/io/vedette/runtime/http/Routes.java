package io.vedette.runtime.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** Paths that a service answers. They are given before the server starts; paths begin with {@code /api/}. */
@FunctionalInterface
public interface Routes {

    /** Adds its handlers, as in {@code routes.get("/api/watches", this::list)}. */
    void addTo(RoutesConfig routes);

    /** Those of them that are described at {@code /api/openapi.json}. */
    default List<Endpoint> endpoints() {
        return List.of();
    }

    /** Routes that are all described. */
    static Routes of(List<Endpoint> endpoints) {
        return new Routes() {
            @Override
            public void addTo(RoutesConfig routes) {
                endpoints.forEach(endpoint -> endpoint.addTo(routes));
            }

            @Override
            public List<Endpoint> endpoints() {
                return endpoints;
            }
        };
    }

    /** The server is about to stop: ends answers that would go on, such as streams.  Nothing to do by default. */
    default void stopping() {}
}
