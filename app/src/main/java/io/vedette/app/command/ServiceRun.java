package io.vedette.app.command;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.article.TagData;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.logging.Logging;
import java.util.List;

/** Services in this process, until it is told to end. */
final class ServiceRun {

    private ServiceRun() {}

    static int run(ServiceKind kind, Configuration configuration, Terminal terminal) throws InterruptedException {
        return run(List.of(kind), configuration, terminal);
    }

    static int run(List<ServiceKind> kinds, Configuration configuration, Terminal terminal)
            throws InterruptedException {
        Logging.setUp(configuration.logging(), Services.about(configuration, kinds), terminal.progress());
        try (Cleanup cleanup = Cleanup.onExit()) {
            cleanup.add(Services.start(configuration, kinds, () -> TagData.load(configuration.tagging())));
            cleanup.await();
        }
        return ExitCode.OK.code();
    }
}
