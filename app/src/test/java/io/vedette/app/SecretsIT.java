package io.vedette.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.vedette.app.acl.AclSetup;
import io.vedette.app.acl.Grants;
import io.vedette.app.acl.Role;
import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.TagData;
import io.vedette.app.embedded.SecuredBroker;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.config.Configuration;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Everything runs with a secret wherever one can be configured, is used until deliveries have failed and calls were refused,
 * and then each byte of each topic, and the log, is searched for them.
 */
class SecretsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "carrier";
    private static final String KEY = "vdt_hush-of-the-operator";
    private static final String TOKEN = "hush.of-the-token.hush";
    private static final List<String> CONFIGURED = List.of(
            USER + "-secret",
            "changeit",
            KEY,
            TOKEN,
            "hush-registry",
            "hush-signature",
            "hush-header",
            "hush-path",
            "hush-smtp");

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Test
    void noTopicAndNoLogHoldsASecret() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        HttpServer receiver = receiver();
        try (SecuredBroker broker = SecuredBroker.start(folder)) {
            Configuration administrator = Configuration.of(settings(broker.certificate("broker"), receiver));
            Configuration configuration = Configuration.of(settings(broker.password(USER), receiver));
            new TopicSetup(administrator).create();
            new AclSetup(administrator)
                    .apply(Grants.of(
                            administrator,
                            Role.SERVICES,
                            Role.SERVICES.stream()
                                    .collect(Collectors.toMap(Function.identity(), role -> "User:" + USER))));
            List<String> secrets = new ArrayList<>(CONFIGURED);
            try (Services services = Services.start(configuration, ServiceKind.all(), SecretsIT::tagData)) {
                secrets.add(use(services.url()));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(contents(broker).get("vedette.deliveries"))
                                .contains("hook", "post"));
            }
            Map<String, String> contents = contents(broker);
            assertThat(contents.get("vedette.audit")).contains("/api/watches/harbour");
            assertThat(contents.get("vedette.enriched")).contains("struck the harbour");
            assertThat(contents)
                    .allSatisfy((topic, bytes) -> assertThat(secrets).as(topic).noneMatch(bytes::contains));
            assertThat(List.copyOf(log.list).stream().map(SecretsIT::text))
                    .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        } finally {
            root.detachAppender(log);
            receiver.stop(0);
        }
    }

    /** @return a key that was made meanwhile */
    private static String use(String url) throws InterruptedException {
        ApiClient operator = new ApiClient(url, "", KEY);
        await().atMost(PATIENCE).until(() -> operator.get("/health/ready")
                .body()
                .path("status")
                .asText()
                .equals("UP"));
        ApiClient.Answer made = operator.post("/api/keys", "{\"name\":\"desk\",\"scopes\":[\"read\",\"ingest\"]}");
        assertThat(made.isGood()).as(made.problem()).isTrue();
        ApiClient.Answer watch = operator.put(
                "/api/watches/harbour", "{\"id\":\"harbour\",\"title\":\"Harbour\",\"query\":\"harbour\"}");
        assertThat(watch.isGood()).as(watch.problem()).isTrue();
        ApiClient desk = new ApiClient(url, "", made.body().path("key").asText());
        await().atMost(PATIENCE).until(() -> desk.post(
                        "/api/articles",
                        "{\"text\":\"A drone struck the harbour of Odesa on Monday, officials said.\"}")
                .isGood());
        assertThat(new ApiClient(url, "", TOKEN).get("/api/watches").status()).isEqualTo(401);
        return made.body().path("key").asText();
    }

    /** One that fails and gives away all that it was sent. */
    private static HttpServer receiver() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String all = exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet();
            exchange.sendResponseHeaders(500, all.length());
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(all.getBytes(ISO_8859_1));
            }
        });
        receiver.start();
        return receiver;
    }

    private Map<String, String> settings(Map<String, String> client, HttpServer receiver) {
        Map<String, String> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("registry.url", "mock://secrets");
        settings.put("registry.client.basic.auth.credentials.source", "USER_INFO");
        settings.put("registry.client.basic.auth.user.info", "vedette:hush-registry");
        settings.put("topics.partitions", "1");
        settings.put("http.port", "0");
        settings.put("http.auth.keys.0.name", "operator");
        settings.put("http.auth.keys.0.hash", SecretKey.hash(KEY));
        settings.put("http.auth.keys.0.scopes", "admin");
        settings.put("http.auth.oidc.issuer", "http://127.0.0.1:1");
        settings.put("http.auth.oidc.audience", "vedette");
        settings.put("enrich.stateDir", folder.resolve("state").toString());
        settings.put("alerts.stateDir", folder.resolve("state").toString());
        settings.put("ingest.evidence.folder", folder.resolve("evidence").toString());
        settings.put("delivery.defaultChannels", "hook,post");
        settings.put("delivery.channels.0.name", "hook");
        settings.put("delivery.channels.0.type", "webhook");
        settings.put("delivery.channels.0.allow", "127.0.0.0/8");
        settings.put(
                "delivery.channels.0.settings.url",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hush-path");
        settings.put("delivery.channels.0.settings.secret", "hush-signature");
        settings.put("delivery.channels.0.settings.authorization", "Bearer hush-header");
        settings.put("delivery.channels.1.name", "post");
        settings.put("delivery.channels.1.type", "mail");
        settings.put("delivery.channels.1.allow", "127.0.0.0/8");
        settings.put("delivery.channels.1.settings.host", "127.0.0.1");
        settings.put("delivery.channels.1.settings.port", "1");
        settings.put("delivery.channels.1.settings.user", "vedette");
        settings.put("delivery.channels.1.settings.password", "hush-smtp");
        settings.put("delivery.channels.1.settings.from", "vedette@example.org");
        settings.put("delivery.channels.1.settings.to", "desk@example.org");
        return settings;
    }

    /** Keys, values and headers of every topic, those of Kafka and of Kafka Streams included. */
    private static Map<String, String> contents(SecuredBroker broker) throws Exception {
        Map<String, String> contents = new LinkedHashMap<>();
        Map<String, Object> client = new HashMap<>(broker.certificate("broker"));
        try (Admin admin = broker.admin();
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get()) {
                contents.put(topic, content(consumer, topic));
            }
        }
        return contents;
    }

    private static String content(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        StringBuilder content = new StringBuilder();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                content.append(text(record.key())).append(' ').append(text(record.value()));
                for (Header header : record.headers()) {
                    content.append(' ').append(header.key()).append(text(header.value()));
                }
                content.append('\n');
            }
        }
        return content.toString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage() + " " + event.getKeyValuePairs()
                + (event.getThrowableProxy() == null
                        ? ""
                        : " " + event.getThrowableProxy().getMessage());
    }

    private static TagData tagData() {
        return TagData.load(Configuration.defaults().tagging());
    }
}
