package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Watch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML, JSON and the topic hold the same thing. */
class WatchFormTest {

    private static final String ALL = """
            - id: melitopol
              title: Melitopol
              query: place:Melitopol
              severity: WARNING
              labels: [south, "2026"]
              validFrom: 2026-01-01T00:00:00Z
              validUntil: 2027-01-01T00:00:00Z
              quietHours: {zone: Europe/Kyiv, from: "22:00", to: "06:00", days: [SAT, SUN]}
              throttle: {most: 5, per: 90m}
              digest: {at: "07:00", zone: Europe/Berlin}
              channels: [desk]
              updates: {enabled: true, independentTexts: [3, 10]}
              examples:
                - {title: War, text: They left Melitopol.}
                - text: They left Kherson.
                  source: Example Wire
                  url: https://example.org/1
                  language: en
                  publishedAt: 2026-01-01T00:00:00Z
                  acceptedAt: 2026-01-02T00:00:00Z
                  matches: false
              budget: 20
            """;

    @Test
    void whatYamlSaysComesBackFromTheTopicAndFromJson() throws IOException {
        WatchDefinition yaml = read(ALL);

        Watch record = WatchRecord.of(yaml).build();
        assertThat(WatchForm.of(record).definition()).isEqualTo(yaml);
        String json = Json.MAPPER.writeValueAsString(WatchForm.of(record));
        assertThat(Json.MAPPER
                        .readerFor(WatchForm.class)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .<WatchForm>readValue(json)
                        .definition())
                .isEqualTo(yaml);
        assertThat(yaml.options().examples())
                .containsExactly(
                        new Example("War", "They left Melitopol.", true),
                        new Example(
                                null,
                                "They left Kherson.",
                                "Example Wire",
                                "https://example.org/1",
                                "en",
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2026-01-02T00:00:00Z"),
                                false));
        assertThat(yaml.options().budget()).isEqualTo(20);
    }

    @Test
    void aWatchThatSaysNothingOfItHasNoOptions() throws IOException {
        WatchDefinition plain = read("- {id: a, query: b}\n");

        assertThat(plain.options()).isEqualTo(WatchOptions.NONE);
        assertThat(WatchOptions.of(WatchRecord.of(plain).build())).isEqualTo(WatchOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quietHours: {from: '25:00', to: '06:00'} | w.yaml, line 3: quietHours.from: \"25:00\" is no time of day",
                "quietHours: {from: '22:00'}              | w.yaml, line 3: quietHours.to: is missing",
                "quietHours: {zone: Kyiv, from: '22:00'}  | w.yaml, line 3: quietHours.zone: \"Kyiv\" is no time zone",
                "quietHours: {from: '22:00', to: '06:00', days: [Sat]} | w.yaml, line 3: quietHours.days: \"Sat\" is no day",
                "quietHours: {form: '22:00'}              | w.yaml, line 3: quietHours.form: can't be taken",
                "throttle: {per: 1h}                      | w.yaml, line 3: throttle.most: is missing",
                "throttle: {most: 0, per: 1h}             | w.yaml, line 3: throttle.most: \"0\" is too few",
                "throttle: {most: 5, per: often}          | w.yaml, line 3: throttle.per: \"often\" is no period",
                "digest: {every: 1h, at: '07:00'}         | w.yaml, line 3: digest: write either every",
                "validFrom: tomorrow                      | w.yaml, line 3: validFrom: \"tomorrow\" is no time",
                "updates: {independentTexts: [1]}         | w.yaml, line 3: updates.independentTexts: \"1\" is no threshold",
                "examples: [{title: a}]                   | w.yaml, line 3: examples: one has no text",
                "budget: 0                                | w.yaml, line 3: budget: \"0\" is too few",
                "budget: many                             | w.yaml, line 3: budget: can't be taken",
                "channels: ['a/b']                        | w.yaml, line 3: channels: \"a/b\" can't be used",
            })
    void refusesWhatIsWrongAtItsLine(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("- id: a\n  query: b\n  " + line + "\n"))
                .withMessageStartingWith(message);
    }

    private static WatchDefinition read(String yaml) throws IOException {
        return WatchFile.read("w.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }
}
