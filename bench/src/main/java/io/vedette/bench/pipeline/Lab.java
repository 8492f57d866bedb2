package io.vedette.bench.pipeline;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** One broker with the articles on it, over which the subjects run in turns. */
final class Lab implements AutoCloseable {

    private final Server server;
    private final AvroSerdes serdes;
    private final Topics topics;
    private final Topic<String, Article> decoded;
    private int articles;
    private int runs;

    private Lab(Server server) {
        Configuration configuration = server.configuration("lab", ProcessingGuarantee.AT_LEAST_ONCE);
        this.server = server;
        this.serdes = new AvroSerdes(configuration.registry().settings());
        this.topics = new Topics(configuration.topics().settings(), serdes);
        this.decoded = new Topic<>(
                "benchmark.decoded",
                topics.articles().keySerde(),
                topics.articles().valueSerde(),
                Article.class,
                topics.enriched().settings());
    }

    static Lab open() throws Exception {
        Lab lab = new Lab(Server.start());
        new SchemaRegistration(lab.serdes.client(), "NONE").register(List.of(lab.decoded));
        try (Admin admin = Admin.create(new KafkaClients(
                        lab.configuration(ProcessingGuarantee.AT_LEAST_ONCE).kafka())
                .admin())) {
            admin.createTopics(List.of(lab.decoded.toNewTopic())).all().get();
        }
        return lab;
    }

    /** Appends the articles, and the watch that every so many of them match. */
    void feed(Corpus corpus) {
        articles = corpus.articles().size();
        try (Feeder feeder = new Feeder(configuration(ProcessingGuarantee.AT_LEAST_ONCE), topics)) {
            feeder.watch(List.of(Corpus.RARE_MARKER));
            corpus.articles().forEach(feeder::send);
        }
    }

    /** Runs one subject over all the articles. */
    Throughput measure(Subject subject, ProcessingGuarantee guarantee) throws Exception {
        Configuration configuration = configuration(guarantee);
        KafkaClients kafka = new KafkaClients(configuration.kafka());
        int expected = subject == Subject.WHOLE ? articles / Corpus.RARE : articles;
        try (OutputCounter outputs = new OutputCounter(kafka, output(subject))) {
            double outputsPerSecond;
            try (AutoCloseable running = start(subject, configuration, kafka)) {
                outputsPerSecond = outputs.rate(expected);
            }
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return new Throughput(outputsPerSecond * articles / expected, heap);
        }
    }

    @Override
    public void close() {
        serdes.close();
        server.close();
    }

    private Configuration configuration(ProcessingGuarantee guarantee) {
        return server.configuration(Integer.toString(++runs), guarantee);
    }

    private String output(Subject subject) {
        return switch (subject) {
            case DECODE_AND_ENCODE -> decoded.name();
            case ENRICH -> topics.enriched().name();
            case WHOLE -> topics.alertsJson().name();
        };
    }

    private AutoCloseable start(Subject subject, Configuration configuration, KafkaClients kafka) {
        if (subject == Subject.DECODE_AND_ENCODE) {
            Properties properties = kafka.streams(configuration.enrich());
            KafkaStreams streams = new KafkaStreams(decodeAndEncode(), properties);
            streams.start();
            return streams;
        }
        return RunningServices.start(configuration, subject == Subject.WHOLE);
    }

    private Topology decodeAndEncode() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        topics.articles().name(),
                        Consumed.with(
                                        topics.articles().keySerde(),
                                        topics.articles().valueSerde())
                                .withName("decode"))
                .to(
                        decoded.name(),
                        Produced.with(decoded.keySerde(), decoded.valueSerde()).withName("encode"));
        return builder.build();
    }
}
