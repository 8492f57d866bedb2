package io.vedette.app.command;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.terminal.Terminal;
import io.vedette.schemas.Lane;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette enrich}. */
@Command(
        name = "enrich",
        description = {
            "Runs the service that tags articles.",
            "It works on your own Kafka and schema registry, and tags actors, places and claims, from vedette.articles to"
                    + " vedette.enriched."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "64: wrong arguments or configuration",
            "66: the configuration file can't be read",
            "69: the port is taken",
            "78: topics or schemas are missing: run vedette topics create",
            "130: ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette enrich --config vedette.yaml",
            "  vedette enrich --lane backfill --config vedette.yaml",
            "  vedette enrich -Dkafka.bootstrap.servers=kafka:9092 -Dregistry.url=http://registry:8081"
        })
public final class EnrichCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description = "Which articles to tag: live, or backfill, from vedette.articles.backfill to"
                    + " vedette.enriched.backfill (default: live).")
    private Lane lane = Lane.LIVE;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    public EnrichCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ServiceRun.run(
                lane == Lane.LIVE ? ServiceKind.ENRICH : ServiceKind.BACKFILL, config.configuration(), terminal);
    }
}
