package io.vedette.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.api.ApiClient;
import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long the API takes over what the console's views ask, with a week of news behind it. */
@Command(
        name = "views",
        description = {
            "The time of each request that the console's views make, one after another, once all articles can be searched.",
            "One broker and the services in this JVM; the articles are spread over the last seven days."
        },
        footerHeading = "%nExample:%n",
        footer = {"  bench/run views --articles 100000 news.jsonl.gz"})
public final class ViewsBenchmark implements Callable<Integer> {

    private static final Duration SPREAD = Duration.ofDays(7).minusMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WARM_UP = 3;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many, each different (default: ${DEFAULT-VALUE}).")
    private int articles = 100_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each request is made (default: ${DEFAULT-VALUE}).")
    private int rounds = 20;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Progress.show("articles");
        Corpus corpus = Corpus.of(files, articles);
        int count = corpus.articles().size();
        try (Server server = Server.start()) {
            Configuration configuration = server.configuration("views", ProcessingGuarantee.EXACTLY_ONCE_V2);
            try (RunningServices services = RunningServices.start(
                    configuration, List.of(ServiceKind.DELIVERY, ServiceKind.ALERTS, ServiceKind.ENRICH))) {
                feed(configuration, corpus);
                ApiClient api = new ApiClient(services.url());
                awaitAll(api, count);
                JsonNode alerts = good(api, "/api/alerts?limit=1&total=true");
                System.out.printf(
                        Locale.ROOT,
                        "%,d articles of %.1f KB of text over seven days, %,d alerts%n%n",
                        count,
                        corpus.bytes() / 1024.0 / count,
                        alerts.path("total").asInt());
                System.out.println(measure(api, alerts.at("/items/0")));
            }
        }
        return 0;
    }

    private static void feed(Configuration configuration, Corpus corpus) {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                Feeder feeder = new Feeder(
                        configuration, new Topics(configuration.topics().settings(), serdes))) {
            feeder.watch(List.of(Corpus.RARE_MARKER));
            Instant begin = Instant.now().minus(SPREAD);
            Duration step = SPREAD.dividedBy(corpus.articles().size());
            Instant at = begin;
            for (Article article : corpus.articles()) {
                article.setPublishedAt(at);
                feeder.send(article, at);
                at = at.plus(step);
            }
        }
    }

    /** Until nothing more comes: what two articles say alike may be one. */
    private static void awaitAll(ApiClient api, int count) throws InterruptedException {
        long known = -1;
        long since = System.nanoTime();
        while (known < count) {
            long now =
                    good(api, "/api/articles?limit=1&total=true").path("total").asLong();
            if (now > known) {
                known = now;
                since = System.nanoTime();
                Progress.show(String.format(Locale.ROOT, "%,d of %,d articles can be searched", now, count));
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "of " + count + " articles only " + known + " could be searched, and no more for " + PATIENCE);
            }
            Thread.sleep(5_000);
        }
    }

    private Table measure(ApiClient api, JsonNode alert) throws InterruptedException {
        Table table = new Table("view", "request", "p50 ms", "max ms", "KB");
        for (Map.Entry<String, List<String>> view : requests(alert).entrySet()) {
            for (String request : view.getValue()) {
                Progress.show(request);
                double[] millis = new double[rounds];
                long bytes = 0;
                for (int i = -WARM_UP; i < rounds; i++) {
                    long begun = System.nanoTime();
                    JsonNode answer = good(api, request);
                    if (i >= 0) {
                        millis[i] = (System.nanoTime() - begun) / 1e6;
                        bytes = answer.toString().getBytes(StandardCharsets.UTF_8).length;
                    }
                }
                table.row(
                        view.getKey(),
                        '`' + request.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID") + '`',
                        format("%,.0f", Statistics.median(millis)),
                        format("%,.0f", Statistics.quantile(millis, 1)),
                        format("%,.0f", bytes / 1024.0));
            }
        }
        return table;
    }

    /** As the console makes them. */
    private static Map<String, List<String>> requests(JsonNode alert) {
        Map<String, List<String>> requests = new LinkedHashMap<>();
        requests.put("alerts", List.of("/api/alerts?limit=100", "/api/alerts?limit=100&q=government"));
        requests.put("an alert", List.of("/api/alerts/" + alert.path("id").asText()));
        requests.put(
                "an article", List.of("/api/articles/" + alert.path("articleId").asText()));
        requests.put(
                "map",
                List.of(
                        "/api/map?from=-1h",
                        "/api/map?from=-1d",
                        "/api/map?from=-7d",
                        "/api/map?from=-7d&claim=CASUALTIES"));
        requests.put(
                "trends",
                List.of(
                        "/api/trends?series=articles&from=-7d",
                        "/api/trends?series=place:Ukraine&series=claim:CASUALTIES&from=-7d&step=1h",
                        "/api/trends?series=actor:NATO&series=claim:WITHDRAWAL&from=-1d"));
        requests.put(
                "search",
                List.of(
                        "/api/articles?limit=50&total=true",
                        "/api/articles?limit=50&total=true&q=supply%20routes",
                        "/api/articles?limit=50&query=claim:CASUALTIES",
                        "/api/articles?limit=50&query=place:Kherson%20claim:WITHDRAWAL"));
        requests.put("brief", List.of("/api/brief?since=12h"));
        return requests;
    }

    private static JsonNode good(ApiClient api, String path) throws InterruptedException {
        ApiClient.Answer answer = api.get(path);
        if (!answer.isGood()) {
            throw new IllegalStateException(path + " was answered " + answer.status() + ": " + answer.problem());
        }
        return answer.body();
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
