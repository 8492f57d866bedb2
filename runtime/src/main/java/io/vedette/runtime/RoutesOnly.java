package io.vedette.runtime;

import io.vedette.runtime.http.Routes;
import java.util.List;

/** A service that answers and does nothing else, ready at once.  What it answers from is started and closed by others. */
public record RoutesOnly(String name, List<Routes> routes) implements Service {

    @Override
    public void start() {}

    @Override
    public List<Component> components() {
        return List.of();
    }

    @Override
    public void close() {}
}
