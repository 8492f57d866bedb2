package io.vedette.alerts.delivery.slack;

import static io.vedette.alerts.disclosure.RestrictedArticles.BEFORE;
import static io.vedette.alerts.disclosure.RestrictedArticles.BEHIND;
import static io.vedette.alerts.disclosure.RestrictedArticles.TITLE;
import static io.vedette.alerts.disclosure.RestrictedArticles.URL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.disclosure.RestrictedArticles;
import io.vedette.alerts.disclosure.TextDelivery;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackTextTest {

    @Test
    void aTextThatMayNotBeShownIsInNoMessage() {
        assertThat(SlackChannel.text(List.of(RestrictedArticles.alert(TextDelivery.NONE))))
                .contains(TITLE, URL, "harbour-1.warc.gz")
                .doesNotContain(BEFORE, BEHIND, "came to");
    }

    @Test
    void ofATextOfWhichASnippetMayBeShownAMessageHasNoMore() {
        assertThat(SlackChannel.text(List.of(RestrictedArticles.alert(TextDelivery.SNIPPET))))
                .contains("Melitopol")
                .doesNotContain(BEHIND);
    }
}
