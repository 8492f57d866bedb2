package io.vedette.alerts.feed;

import static io.vedette.alerts.disclosure.RestrictedArticles.BEFORE;
import static io.vedette.alerts.disclosure.RestrictedArticles.BEHIND;
import static io.vedette.alerts.disclosure.RestrictedArticles.TITLE;
import static io.vedette.alerts.disclosure.RestrictedArticles.URL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.disclosure.RestrictedArticles;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.alerts.view.AlertHit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedDocumentTest {

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void aTextThatMayNotBeShownIsInNoFeed(FeedFormat format) throws Exception {
        AlertHit hit = new AlertHit(RestrictedArticles.alert(TextDelivery.NONE), Instant.EPOCH, null);

        String feed =
                new FeedDocument("w", "A watch", "http://localhost/api/watches/w/feed").write(format, List.of(hit));

        assertThat(feed).contains(TITLE, URL, "harbour-1.warc.gz").doesNotContain(BEFORE, BEHIND, "came to");
    }
}
