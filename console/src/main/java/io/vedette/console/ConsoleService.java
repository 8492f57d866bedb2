package io.vedette.console;

import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.http.Routes;
import java.util.List;

/** The console beside the API that it asks: nothing but pages, ready at once. */
public final class ConsoleService implements Service {

    private final List<Routes> routes = List.of(new ConsolePages());

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void start() {}

    @Override
    public List<Component> components() {
        return List.of();
    }

    @Override
    public List<Routes> routes() {
        return routes;
    }

    @Override
    public void close() {}
}
