package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.alerts.SomeEntities;
import io.vedette.text.Annotations;
import io.vedette.text.watch.WatchQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleCheckTest {

    private final ExampleCheck check =
            new ExampleCheck(document -> new Annotations("en", List.of(), List.of()), new SomeEntities());

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

    private static WatchQuery query(String text) {
        return WatchQuery.compile(text, new SomeEntities());
    }
}
