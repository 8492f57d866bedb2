package io.vedette.app.command;

import io.vedette.app.allinone.AllInOne;
import io.vedette.app.allinone.DataFolder;
import io.vedette.app.allinone.Noise;
import io.vedette.app.demo.Demo;
import io.vedette.app.embedded.Ports;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.logging.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette demo}. */
@Command(
        name = "demo",
        description = {
            "Shows it at work, on a Kafka of its own.",
            "Starts a Kafka broker, a schema registry and all services in one process, publishes some articles, and prints"
                    + " each alert as it fires.  Goes on until Ctrl-C and leaves nothing behind."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done (--once)",
            "64: wrong arguments or configuration",
            "69: a port is taken, or the folder is in use",
            "73: the folder can't be written",
            "130: ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette demo --once           ends after the last article's alerts",
            "  vedette demo --data mine      keeps everything in the folder mine for the next run",
            "  vedette demo --port 18080     HTTP 18080, registry 18081, Kafka 19092 and 19093"
        })
public final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(names = "--once", description = "Ends after the last article's alerts.")
    private boolean once;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "N",
            description = "The port of the HTTP API; registry, Kafka and its controller are 1, 1012 and 1013 above it"
                    + " (default: 8080, so 8081, 9092, 9093; 0: free ones).")
    private int port = Ports.DEFAULT_HTTP;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps everything there for the next run (default: a temporary folder).")
    private @Nullable Path data;

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ports ports = PortOption.ports(port);
        Path kept = data;
        try (Cleanup cleanup = Cleanup.onExit()) {
            DataFolder folder = cleanup.add(kept == null ? DataFolder.temporary() : DataFolder.at(kept));
            terminal.note("Starting a Kafka broker, a schema registry and the services ...");
            AllInOne running = AllInOne.start(folder, ports, this::configuration, cleanup);
            new Demo(terminal, running).run(kept != null, !once, cleanup);
        }
        return ExitCode.OK.code();
    }

    private Configuration configuration(Map<String, String> own) {
        Map<String, String> quiet = new HashMap<>(own);
        quiet.put("logging.level", "warn");
        Configuration configuration = config.configuration(quiet);
        Logging.setUp(configuration.logging(), terminal.progress());
        Noise.silenceStreams();
        return configuration;
    }
}
