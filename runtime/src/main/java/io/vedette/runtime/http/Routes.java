package io.vedette.runtime.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** What a service answers over HTTP.  It is given before the server starts; paths begin with {@code /api/}. */
@FunctionalInterface
public interface Routes {

    /** What is answered.  Where several paths fit a request, those without parameters come first, whoever has them. */
    List<Endpoint> endpoints();

    /** Says how exceptions of its own are answered, as in {@code routes.exception(...)}.  There are none by default. */
    default void explain(RoutesConfig routes) {}

    /** The server is about to stop: ends answers that would go on, such as streams.  Nothing to do by default. */
    default void stopping() {}
}
