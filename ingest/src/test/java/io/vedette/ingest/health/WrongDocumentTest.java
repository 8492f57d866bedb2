package io.vedette.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.ingest.web.WebAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongDocumentTest {

    private static final URI FEED = URI.create("https://echo.example/news.xml");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><title>echo.example</title><script src='https://img1.parkingcrew.net/assets/a.js'></script></head>",
                "<html><body><iframe src=\"//www.sedoparking.com/frmpark/echo.example\"></iframe>",
                "<html><head><meta http-equiv=refresh content=\"0; url='https://www.hugedomains.com/domain_profile.cfm?d=echo'\">",
                "<html><body><a href='https://www.afternic.com/forsale/echo.example'>Get this domain</a></body>",
                "<html><body><h1>echo.example</h1><p>This domain is for sale!</p></body>",
                "<html><head><title>This domain name has expired</title></head><body>Renew it now.</body>",
                "<html><body>The domain echo.example may be for sale. Inquire here.</body>",
                "<html><body>This website has been suspended. Contact your hosting provider.</body>",
                "<html><body>Die Domain echo.example steht zum Verkauf.</body>",
                "<html><body>Ce nom de domaine est à vendre</body>",
                "<html><body>Домен echo.example продаётся</body>"
            })
    void aPageOfAParkedDomainIsParked(String page) {
        assertThat(judged(page, FEED).why()).isEqualTo(PollFailure.PARKED);
        assertThat(judged(page, URI.create("https://elsewhere.example/")).why()).isEqualTo(PollFailure.PARKED);
    }

    @Test
    void aHomePageWhereAFeedWasIsAWebPage() {
        PollOutcome.Failed failed = judged(home(), FEED);

        assertThat(failed.why()).isEqualTo(PollFailure.WEB_PAGE);
        assertThat(failed.message()).contains("no feed");
        assertThat(failed.at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aHomePageThatARedirectLedToIsElsewhere() {
        PollOutcome.Failed failed = judged(home(), URI.create("https://echo.example/"));

        assertThat(failed.why()).isEqualTo(PollFailure.WEB_PAGE_ELSEWHERE);
        assertThat(failed.message()).contains("https://echo.example/");
    }

    @Test
    void anArticleAboutADomainForSaleIsNotParked() {
        String article = "<html><body><p>The domain name echo.example is for sale, says its owner. "
                + "He has heard of three bids so far. ".repeat(60) + "</p></body></html>";

        assertThat(judged(article, FEED).why()).isEqualTo(PollFailure.WEB_PAGE);
    }

    @Test
    void aHomePageThatLinksToAParkerIsNotParked() {
        String page = home() + "<a href='https://sedo.com/'>Our partner</a>";

        assertThat(judged(page, FEED).why()).isEqualTo(PollFailure.WEB_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss version='2.0'><channel>", "\u0000\u0001\u0002", "", "not a feed at all"})
    void whatIsNoWebPageIsUnreadable(String document) {
        PollOutcome.Failed failed =
                WrongDocument.judge(FEED, document(document, "application/xml", FEED), "no feed: line 1");

        assertThat(failed.why()).isEqualTo(PollFailure.UNREADABLE);
        assertThat(failed.message()).isEqualTo("no feed: line 1");
    }

    @Test
    void aFeedThatIsServedAsHtmlIsUnreadable() {
        assertThat(WrongDocument.judge(FEED, document("<?xml version='1.0'?><rss>", "text/html", FEED), "broken")
                        .why())
                .isEqualTo(PollFailure.UNREADABLE);
    }

    private static String home() {
        return "<!doctype html><html><head><title>The Echo</title></head><body>"
                + "<h2>Flood in the valley</h2><p>The river has risen by two metres since the morning.</p>".repeat(30);
    }

    private static PollOutcome.Failed judged(String page, URI address) {
        return PollOutcome.unreadable(FEED, document(page, "text/html", address), "no feed");
    }

    private static WebAnswer.Document document(String page, String type, URI address) {
        return new WebAnswer.Document(
                page.getBytes(StandardCharsets.UTF_8), type, address, null, null, null, null, Instant.EPOCH, null);
    }
}
