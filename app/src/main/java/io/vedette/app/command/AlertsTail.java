package io.vedette.app.command;

import io.vedette.app.alert.AlertFeed;
import io.vedette.app.alert.AlertPrinter;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.schemas.Alert;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.WakeupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette alerts tail}. */
@Command(
        name = "tail",
        description = "Prints alerts as they fire, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: done (--no-follow)", "64: wrong arguments or configuration", "69: broker or registry away"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette alerts tail",
            "  vedette alerts tail --all --no-follow      the stored ones only",
            "  kcat -b localhost:9092 -C -t vedette.alerts.json -X isolation.level=read_committed   the same as JSON"
        })
final class AlertsTail implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(names = "--all", description = "Begins with the alerts that are stored.")
    private boolean all;

    @Option(names = "--no-follow", description = "Ends after the stored alerts.")
    private boolean noFollow;

    AlertsTail(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AlertPrinter printer = new AlertPrinter(terminal);
        try (Cleanup cleanup = Cleanup.onExit();
                AlertFeed feed = new AlertFeed(config.configuration())) {
            cleanup.add(feed::wakeUp);
            if (all) {
                print(printer, feed.stored());
            } else {
                feed.skipStored();
            }
            while (!noFollow) {
                print(printer, feed.poll(Duration.ofSeconds(1)));
            }
        } catch (WakeupException e) {
            // Told to end.
            return ExitCode.OK.code();
        }
        return ExitCode.OK.code();
    }

    private static void print(AlertPrinter printer, List<Alert> alerts) {
        alerts.forEach(alert -> printer.print(alert, OptionalLong.empty()));
    }
}
