package io.vedette.console;

import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.Service;
import java.util.List;

/** The console beside the API that it asks: nothing but pages. */
public final class ConsoleService {

    private ConsoleService() {}

    public static Service create() {
        return new RoutesOnly("console", List.of(new ConsolePages()));
    }
}
