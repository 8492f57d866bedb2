package io.vedette.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class ConfigurationReaderTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyHasADefaultThatIsValid() {
        Configuration configuration = Configuration.defaults();

        assertThat(configuration.http().port()).isEqualTo(8080);
        assertThat(configuration.kafka().bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(configuration.ingest().feeds()).isEmpty();
        assertThat(configuration.enrich().dedupWindow()).isEqualTo(Duration.ofDays(7));
        assertThat(configuration.alerts().instanceId()).isNull();
    }

    @Test
    void nestedAndDottedKeysAreTheSame() {
        Configuration configuration = fromFile("""
                http.port: 9000
                http:
                  host: 0.0.0.0
                kafka:
                  producer:
                    linger.ms: 5
                  bootstrap.servers: [one:9092, two:9092]
                logging.levels.io.vedette.ingest: debug
                """);

        assertThat(configuration.http().port()).isEqualTo(9000);
        assertThat(configuration.http().host()).isEqualTo("0.0.0.0");
        assertThat(configuration.kafka().settings()).containsEntry("producer.linger.ms", "5");
        assertThat(configuration.kafka().bootstrapServers()).isEqualTo("one:9092,two:9092");
        assertThat(configuration.logging().levels()).containsEntry("io.vedette.ingest", Level.DEBUG);
    }

    @Test
    void feedsAreReadFromTheFileAndSingleKeysOverridden() {
        Configuration configuration = read("""
                ingest:
                  files: [a.jsonl, "b,c.html"]
                  feeds:
                    - id: one
                      url: https://one.example/feed
                    - {id: two, url: "https://two.example/feed", source: Two, interval: 1m}
                """, Map.of("VEDETTE_INGEST_FEEDS_0_INTERVAL", "30s"), Map.of());

        assertThat(configuration.ingest().files()).containsExactly("a.jsonl", "b,c.html");
        assertThat(configuration.ingest().feeds())
                .containsExactly(
                        new Feed("one", URI.create("https://one.example/feed"), null, Duration.ofSeconds(30)),
                        new Feed("two", URI.create("https://two.example/feed"), "Two", Duration.ofMinutes(1)));
    }

    @Test
    void propertiesWinOverVariablesAndThoseOverTheFile() {
        Configuration configuration = read(
                "http: {port: 1, host: one, threads: 10}",
                Map.of("VEDETTE_HTTP_PORT", "2", "VEDETTE_HTTP_HOST", "two"),
                Map.of("vedette.http.port", "3"));

        assertThat(configuration.http().port()).isEqualTo(3);
        assertThat(configuration.http().host()).isEqualTo("two");
        assertThat(configuration.http().threads()).isEqualTo(10);
    }

    @Test
    void variablesNameKeysInUpperCaseWithUnderscores() {
        Configuration configuration = read(
                "",
                Map.of(
                        "VEDETTE_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "VEDETTE_KAFKA_PRODUCER_LINGER_MS", "7",
                        "VEDETTE_INGEST_TEXT_LIMIT_BYTES", "2048",
                        "VEDETTE_INGEST_FILES", "a.jsonl, b.html",
                        "VEDETTE_REGISTRY_CLIENT_BASIC_AUTH_USER_INFO", "u:p",
                        "VEDETTE_TOPICS_RETENTION_ALERTED_ARTICLES", "10d"),
                Map.of());

        assertThat(configuration.kafka().bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(configuration.kafka().settings()).containsEntry("producer.linger.ms", "7");
        assertThat(configuration.ingest().textLimitBytes()).isEqualTo(2048);
        assertThat(configuration.ingest().files()).containsExactly("a.jsonl", "b.html");
        assertThat(configuration.registry().settings().client()).containsEntry("basic.auth.user.info", "u:p");
        assertThat(configuration.topics().settings().retention())
                .isEqualTo(Map.of("alerted-articles", Duration.ofDays(10)));
    }

    @Test
    void whatKubernetesAndTheLauncherSetIsPassedOver() {
        Configuration configuration = read(
                "",
                Map.of(
                        "VEDETTE_ALERTS_SERVICE_HOST", "10.0.0.1",
                        "VEDETTE_ALERTS_SERVICE_PORT_HTTP", "80",
                        "VEDETTE_ALERTS_PORT", "tcp://10.0.0.1:80",
                        "VEDETTE_ALERTS_PORT_80_TCP_ADDR", "10.0.0.1",
                        "VEDETTE_JAVA_OPTS", "-Xmx1g",
                        "VEDETTE_CLASSPATH", "/opt/taggers/*",
                        "VEDETTE_DEBUG", "1"),
                Map.of("vedette.home", "/opt/vedette"));

        assertThat(configuration).isEqualTo(Configuration.defaults());
    }

    @Test
    void referencesStandForVariablesAndFiles() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "pa$$word\n");

        Configuration configuration = read("""
                kafka.sasl.jaas.config: 'x password="${file:%s}" user="${env:KAFKA_USER}";'
                """.formatted(secret), Map.of("KAFKA_USER", "me"), Map.of());

        assertThat(configuration.kafka().settings())
                .containsEntry("sasl.jaas.config", "x password=\"pa$$word\" user=\"me\";");
        assertThat(configuration.toString()).doesNotContain("pa$$word");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            http.prot: 1                        | http.prot (FILE:1) is no key of Vedette; did you mean http.port?
            colour: blue                        | colour (FILE:1) is no key of Vedette; docs/configuration.md lists the keys
            http.port: many                     | http.port (FILE:1) is "many"; give a whole number
            http.port: 70000                    | http.port (FILE:1) is 70000; give a number from 0 to 65535
            enrich.commitInterval: soon         | enrich.commitInterval (FILE:1) is "soon"; give a duration such as 100ms, 5s, 10m, 12h or 7d
            enrich.processingGuarantee: perhaps | enrich.processingGuarantee (FILE:1) is "perhaps"; give one of exactly_once_v2, at_least_once
            registry.autoRegister: perhaps      | registry.autoRegister (FILE:1) is "perhaps"; give true or false
            http: 8080                          | http (FILE:1) is a section; give its keys, such as http.host
            ingest.feeds: [{id: a}]             | ingest.feeds.0.url is missing; give it a value
            ingest.feeds: [{id: a, ulr: b}]     | ingest.feeds.0.ulr (FILE:1) is no key of Vedette; did you mean ingest.feeds.0.url?
            ingest.feeds: https://a.example     | ingest.feeds (FILE:1) is "https://a.example"; give a list of sections, or ingest.feeds.0 and so on with their keys
            registry.url: '${env:NOT_SET}'      | registry.url (FILE:1) refers to the environment variable NOT_SET, which is not set; set it
            """)
    void aWrongKeyOrValueIsRefusedWithPlaceAndRemedy(String yaml, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> fromFile(yaml))
                .withMessage(message.replace("FILE", file().toString()))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void aTopicThatIsNoneIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> fromFile("topics.retention: {nothing: 1d}"))
                .withMessageStartingWith("topics.retention.nothing (" + file() + ":1) names \"nothing\"");
    }

    @Test
    void theSecondOfTwoEqualKeysIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> fromFile("http.port: 1\nhttp:\n  port: 2\n"))
                .withMessage("http.port (%s:3) is given before, at %s:1; remove one of the two", file(), file());
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> fromFile("http:\n  port: [1\n"))
                .withMessageStartingWith(file() + ":")
                .withMessageContaining("is not valid YAML")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void wrongVariablesAndPropertiesAreNamed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read("", Map.of("VEDETTE_HTTP_PROT", "1"), Map.of()))
                .withMessage(
                        "http.prot (environment variable VEDETTE_HTTP_PROT) is no key of Vedette; did you mean http.port?");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read("", Map.of(), Map.of("vedette.http.port", "x")))
                .withMessage("http.port (system property vedette.http.port) is \"x\"; give a whole number");
    }

    @Test
    void aSecretIsNotShownWhenItIsWrong() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read("http.port: ${env:SECRET}", Map.of("SECRET", "hush"), Map.of()))
                .withMessageNotContaining("hush");
    }

    @Test
    void aFileThatIsNotThereEndsWithNoInput() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationReader.read(folder.resolve("none.yaml"), Map.of(), new Properties()))
                .withMessageEndingWith("none.yaml does not exist; give the path of a configuration file")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT));
    }

    @Test
    void emptyFilesAndEmptySectionsKeepTheDefaults() {
        assertThat(List.of(fromFile(""), fromFile("# nothing\n"), fromFile("http:\n")))
                .containsOnly(Configuration.defaults());
    }

    private Configuration fromFile(String yaml) {
        return read(yaml, Map.of(), Map.of());
    }

    private Configuration read(String yaml, Map<String, String> env, Map<String, String> system) {
        Properties properties = new Properties();
        properties.putAll(system);
        try {
            return ConfigurationReader.read(Files.writeString(file(), yaml), env, properties);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file() {
        return folder.resolve("vedette.yaml");
    }
}
