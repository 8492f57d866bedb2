package io.vedette.bench.pipeline;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an article and an alert take on the disks of brokers and services, and on the network. */
@Command(
        name = "size",
        description = {
            "Measures what is written of each article: bytes in topics, changelogs and state, and what goes over the network.",
            "One broker and the services in this JVM.  Topics are measured as they lie in the log, transaction markers and"
                    + " records that compaction will remove included."
        })
public final class SizeBenchmark implements Callable<Integer> {

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many, each different (default: ${DEFAULT-VALUE}).")
    private int articles = 5_000;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Settings, as in docs/configuration.md.")
    private final Map<String, String> settings = new HashMap<>();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article, and are"
                    + " smaller when compressed than news would be.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Corpus corpus = Corpus.of(files, articles);
        int count = corpus.articles().size();
        System.out.printf(
                Locale.ROOT,
                "%,d articles of %.1f KB of text, one watch that every %dth matches, %s%n%n",
                count,
                corpus.bytes() / 1024.0 / count,
                Corpus.RARE,
                settings.isEmpty() ? "settings as they ship" : settings);
        try (Server server = Server.start()) {
            Configuration configuration = server.configuration("size", ProcessingGuarantee.EXACTLY_ONCE_V2, settings);
            try (Admin admin = Admin.create(new KafkaClients(configuration.kafka()).admin())) {
                Traffic before = Traffic.now();
                Logs logs = run(configuration, corpus, admin);
                Traffic traffic = Traffic.now().since(before);
                System.out.println(topics(logs.byTopic(), count));
                System.out.println(disks(server.state(), count));
                System.out.printf(
                        Locale.ROOT,
                        "network of the broker: %,.0f bytes in and %,.0f bytes out for each article%n",
                        (double) traffic.in() / count,
                        (double) traffic.out() / count);
            }
        }
        return 0;
    }

    /** Until nothing comes any more. */
    private static Logs run(Configuration configuration, Corpus corpus, Admin admin) throws Exception {
        List<ServiceKind> kinds = List.of(ServiceKind.DELIVERY, ServiceKind.ALERTS, ServiceKind.ENRICH);
        try (RunningServices running = RunningServices.start(configuration, kinds);
                AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            try (Feeder feeder = new Feeder(configuration, topics)) {
                feeder.watch(List.of(Corpus.RARE_MARKER));
                for (Article article : corpus.articles()) {
                    article.setPublishedAt(Instant.now());
                    feeder.send(article);
                }
            }
            Progress.show("all sent; waiting for what comes of them");
            List<String> last = List.of(
                    topics.enriched().name(),
                    topics.stories().name(),
                    topics.alertState().name());
            return Logs.settled(admin, last);
        }
    }

    private static String topics(Map<String, Logs.Log> logs, int count) {
        Table table = new Table("topic", "records for each article", "bytes for each article", "bytes of a record");
        logs.forEach((topic, log) -> {
            if (log.bytes() > 0) {
                table.row(
                        topic,
                        format("%.3f", (double) log.records() / count),
                        format("%,.0f", (double) log.bytes() / count),
                        log.records() == 0 ? "" : format("%,.0f", (double) log.bytes() / log.records()));
            }
        });
        long bytes = logs.values().stream().mapToLong(Logs.Log::bytes).sum();
        table.row("all", "", format("%,.0f", (double) bytes / count), "");
        return table.toString();
    }

    private static String disks(Path state, int count) throws IOException {
        Table table = new Table("state on disk", "bytes for each article", "MB");
        for (Map.Entry<String, Long> folder : FolderSizes.of(state).entrySet()) {
            table.row(
                    folder.getKey(),
                    format("%,.0f", (double) folder.getValue() / count),
                    format("%,.1f", folder.getValue() / 1e6));
        }
        return table.toString();
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
