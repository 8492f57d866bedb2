package io.vedette.runtime.http;

import io.javalin.config.RoutesConfig;

/** Paths that a service answers. They are given before the server starts; paths begin with {@code /api/}. */
@FunctionalInterface
public interface Routes {

    /** Adds its handlers, as in {@code routes.get("/api/watches", this::list)}. */
    void addTo(RoutesConfig routes);
}
