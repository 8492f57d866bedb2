package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.alerts.SomeEntities;
import io.vedette.text.Annotations;
import io.vedette.text.watch.WatchQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleCheckTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final ExampleCheck check =
            new ExampleCheck(document -> new Annotations("en", List.of(), List.of()), new SomeEntities(), NOON);

    @Test
    void aWatchThatDoesWhatItsExamplesSayIsFine() {
        assertThatCode(() -> check.check(
                        query("convoy NOT game"),
                        List.of(
                                new Example("A convoy", "It left.", true),
                                new Example(null, "A convoy in a game.", false))))
                .doesNotThrowAnyException();
    }

    @Test
    void theExampleThatFailsIsNamedWithWhatToDo() {
        List<Example> examples =
                List.of(new Example(null, "A convoy.", true), new Example(null, "A convoy in a game.", false));

        assertThatThrownBy(() -> check.check(query("convoy"), examples))
                .isInstanceOf(FailedExampleException.class)
                .hasMessage("examples[1]: \"A convoy in a game.\" must not match and does (convoy finds \"convoy\");"
                        + " change the query, or say matches: true");
        assertThatThrownBy(() -> check.check(query("tank"), examples))
                .isInstanceOf(FailedExampleException.class)
                .hasMessageStartingWith("examples[0]: \"A convoy.\" must match and does not");
    }

    @Test
    void anExampleIsFreshUnlessItSaysOtherwise() {
        Instant day = Instant.parse("2026-11-20T00:00:00Z");
        Example fresh = new Example(null, "A convoy.", true);
        Example freshThen = new Example(null, "A convoy.", null, null, null, day, null, true);
        Example old = new Example(null, "A convoy.", null, null, null, day, day.plusSeconds(3 * 86_400), false);

        assertThat(check.failures(query("convoy age<2d"), List.of(fresh, freshThen, old)))
                .isEmpty();
    }

    @Test
    void anExampleHasTheSourceDomainAndLanguageThatItSays() {
        Example wire =
                new Example(null, "A convoy.", "Example Wire", "https://news.example.org/1", "en", null, null, true);
        Example unknown = new Example(null, "A convoy.", false);

        assertThat(check.failures(
                        query("convoy source:\"example wire\" domain:example.org lang:en"), List.of(wire, unknown)))
                .isEmpty();
    }

    private static WatchQuery query(String text) {
        return WatchQuery.compile(text, new SomeEntities());
    }
}
