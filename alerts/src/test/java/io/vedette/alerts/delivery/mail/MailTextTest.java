package io.vedette.alerts.delivery.mail;

import static io.vedette.alerts.disclosure.RestrictedArticles.BEFORE;
import static io.vedette.alerts.disclosure.RestrictedArticles.BEHIND;
import static io.vedette.alerts.disclosure.RestrictedArticles.TITLE;
import static io.vedette.alerts.disclosure.RestrictedArticles.URL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.disclosure.RestrictedArticles;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.schemas.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTest {

    @Test
    void aTextThatMayNotBeShownIsInNoMail() {
        List<Alert> alerts = List.of(RestrictedArticles.alert(TextDelivery.NONE));

        for (String mail : List.of(MailText.subject(alerts), MailText.plain(alerts), MailText.html(alerts))) {
            assertThat(mail).contains(TITLE).doesNotContain(BEFORE, BEHIND, "came to");
        }
        assertThat(MailText.plain(alerts)).contains(URL);
        assertThat(MailText.html(alerts)).contains(URL);
    }

    @Test
    void aMailSaysWhereTheEvidenceIs() {
        List<Alert> alerts = List.of(RestrictedArticles.alert(TextDelivery.SNIPPET));

        assertThat(MailText.plain(alerts))
                .contains("/api/evidence/harbour-1.warc.gz/1234")
                .doesNotContain(BEHIND);
        assertThat(MailText.html(alerts))
                .contains("/api/evidence/harbour-1.warc.gz/1234")
                .doesNotContain(BEHIND);
    }
}
