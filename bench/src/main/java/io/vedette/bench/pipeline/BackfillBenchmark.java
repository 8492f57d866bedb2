package io.vedette.bench.pipeline;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import io.vedette.text.article.ArticleId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What live articles feel of an archive that is filled in at the same time, both in one process with the broker. */
@Command(
        name = "backfill",
        description =
                "The time of live articles from articles to enriched, alone and while an archive goes through the backfill"
                        + " lane at a share of what the machine can do.",
        footerHeading = "%nExample:%n",
        footer = {"  bench/run backfill --articles 1000000 news.jsonl.gz"})
public final class BackfillBenchmark implements Callable<Integer> {

    private static final int TO_MEASURE_CAPACITY = 10_000;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many go through the backfill lane (default: ${DEFAULT-VALUE}).")
    private int articles = 1_000_000;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "Of capacity that the backfill lane is held to (default: ${DEFAULT-VALUE}).")
    private int share = 25;

    @Option(names = "--load", paramLabel = "N", description = "Live articles a second (default: ${DEFAULT-VALUE}).")
    private int perSecond = 20;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long live articles are measured alone (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Corpus corpus = Corpus.of(files, TO_MEASURE_CAPACITY);
        try (Server server = Server.start()) {
            Configuration configuration = server.configuration("backfill", ProcessingGuarantee.EXACTLY_ONCE_V2);
            try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
                Topics topics = new Topics(configuration.topics().settings(), serdes);
                measure(configuration, topics, corpus);
            }
        }
        return 0;
    }

    private void measure(Configuration configuration, Topics topics, Corpus corpus) throws Exception {
        KafkaClients kafka = new KafkaClients(configuration.kafka());
        List<ServiceKind> kinds = List.of(ServiceKind.ENRICH, ServiceKind.BACKFILL);
        Services services = Services.start(configuration, kinds, () -> RunningServices.DATA);
        try (AutoCloseable closing = services::close;
                KafkaProducer<String, Article> producer = new KafkaProducer<>(
                        kafka.producer(),
                        topics.articles().keySerde().serializer(),
                        topics.articles().valueSerde().serializer())) {
            Editions editions = new Editions(corpus.articles());
            Progress.show("capacity");
            double capacity;
            try (OutputCounter outputs =
                    new OutputCounter(kafka, topics.enriched().name())) {
                Stream.generate(editions::next)
                        .limit(TO_MEASURE_CAPACITY)
                        .forEach(article -> send(producer, topics, Lane.LIVE, article));
                capacity = outputs.rate(TO_MEASURE_CAPACITY);
            }
            double rate = capacity * share / 100;
            Table table = new Table("live articles, " + perSecond + "/s", "articles", "p50 ms", "p99 ms", "max ms");
            Progress.show("live articles alone");
            AtomicBoolean enough = new AtomicBoolean();
            row(table, "alone", live(configuration, topics, producer, editions, seconds, enough));
            Progress.show(String.format(Locale.ROOT, "with the backfill lane at %,.0f articles/s", rate));
            AtomicLong backfilled = new AtomicLong();
            Thread lane = new Thread(
                    () -> {
                        fill(producer, topics, new Editions(corpus.articles()), rate, backfilled);
                        enough.set(true);
                    },
                    "backfill");
            lane.start();
            double[] beside = live(configuration, topics, producer, editions, Integer.MAX_VALUE, enough);
            lane.join();
            row(
                    table,
                    String.format(Locale.ROOT, "while %,d were filled in at %,.0f/s", backfilled.get(), rate),
                    beside);
            System.out.printf(Locale.ROOT, "capacity %,.0f articles/s, %d %% of it%n%n", capacity, share);
            System.out.println(table);
        }
    }

    private static void row(Table table, String what, double[] millis) {
        table.row(
                what,
                String.format(Locale.ROOT, "%,d", millis.length),
                String.format(Locale.ROOT, "%,.0f", Statistics.quantile(millis, 0.5)),
                String.format(Locale.ROOT, "%,.0f", Statistics.quantile(millis, 0.99)),
                String.format(Locale.ROOT, "%,.0f", Statistics.quantile(millis, 1)));
    }

    /** The milliseconds of each live article from when it was due to when a reader of committed records saw it enriched. */
    private double[] live(
            Configuration configuration,
            Topics topics,
            KafkaProducer<String, Article> producer,
            Editions editions,
            int longest,
            AtomicBoolean enough)
            throws Exception {
        try (Arrivals arrivals = new Arrivals(configuration, topics.enriched().name())) {
            long begun = System.nanoTime();
            long most = (long) perSecond * longest;
            for (long i = 0; i < most && !enough.get(); i++) {
                long due = begun + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                Article article = editions.next();
                arrivals.due(article.getId(), due);
                send(producer, topics, Lane.LIVE, article);
            }
            return arrivals.millis();
        }
    }

    private void fill(
            KafkaProducer<String, Article> producer, Topics topics, Editions editions, double rate, AtomicLong done) {
        long begun = System.nanoTime();
        for (int i = 0; i < articles; i++) {
            long due = begun + (long) (i * 1e9 / rate);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            send(producer, topics, Lane.BACKFILL, editions.next());
            done.incrementAndGet();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what does not get in is missed where it should come out
    private static void send(KafkaProducer<String, Article> producer, Topics topics, Lane lane, Article article) {
        producer.send(new ProducerRecord<>(topics.articles(lane).name(), article.getId(), article));
    }

    /** Articles without end, no two the same. */
    private static final class Editions {

        private static final AtomicLong NUMBER = new AtomicLong();
        private final List<Article> articles;
        private Iterator<Article> left;

        Editions(List<Article> articles) {
            this.articles = articles;
            this.left = articles.iterator();
        }

        Article next() {
            if (!left.hasNext()) {
                left = articles.iterator();
            }
            Article article = Article.newBuilder(left.next()).build();
            article.setText(article.getText() + "\nEdition " + NUMBER.incrementAndGet() + ".");
            article.setUrl(null);
            article.setId(ArticleId.of(null, article.getText()));
            return article;
        }
    }
}
