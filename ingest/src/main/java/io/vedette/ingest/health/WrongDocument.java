package io.vedette.ingest.health;

import io.vedette.ingest.web.WebAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;

/**
 * What a document is that was to be a list and is none.
 *
 * <p>A page is of a parked domain if a script, frame, form or refresh of it leads to one of those who park domains
 * ({@link #PARKERS}), or if it shows little ({@link #SHORT} characters) and either links to one of them or says, in its
 * title or text, that the domain is for sale, parked, expired or suspended ({@link #SAYS}).  An article about a domain for
 * sale is longer.  Both lists are of what such pages have in common, not of single pages; a page that says nothing of the
 * kind is a web page, no more.
 */
final class WrongDocument {

    /** Hosts of those who park, sell or advertise on domains. */
    private static final List<String> PARKERS = List.of(
            "above.com",
            "afternic.com",
            "bodis.com",
            "cashparking.com",
            "dan.com",
            "domainmarket.com",
            "dsparking.com",
            "hugedomains.com",
            "parkingcrew.net",
            "parklogic.com",
            "parkingpage.namecheap.com",
            "sedo.com",
            "sedoparking.com",
            "skenzo.com",
            "smartname.com",
            "uniregistry.com",
            "voodoo.com");

    private static final Pattern SAYS = Pattern.compile(
            "\\b(?:(?:this|the) )?(?:web ?site|domain(?: name)?|page)\\b.{0,80}?\\b(?:is|may be|has been|has|was)\\b.{0,20}?"
                    + "\\b(?:for sale|parked|expired|suspended|available for purchase)\\b"
                    + "|\\bbuy this domain\\b|\\bdomain (?:name )?(?:for sale|parking|expired)\\b"
                    + "|\\b(?:diese )?domain\\b.{0,80}?\\b(?:steht zum verkauf|zu verkaufen|geparkt)\\b"
                    + "|\\b(?:ce )?nom de domaine\\b.{0,80}?(?:à vendre|a expiré)"
                    + "|\\beste dominio\\b.{0,80}?(?:en venta|está à venda|está aparcado)"
                    + "|домен.{0,80}?(?:продается|продаётся|припаркован)",
            Pattern.DOTALL);

    /** What stands before the address. */
    private static final Pattern REFRESH = Pattern.compile("^.*?url\\s*=\\s*['\"]?", Pattern.CASE_INSENSITIVE);

    private static final int SHORT = 1_500;

    /** A parking page is small; what is read of a larger document is no more than what it would be. */
    private static final int READ = 256 * 1024;

    private WrongDocument() {}

    static PollOutcome.Failed judge(URI asked, WebAnswer.Document document, String message) {
        if (!isWebPage(document)) {
            return new PollOutcome.Failed(document.fetchedAt(), PollFailure.UNREADABLE, message);
        }
        Optional<String> parked = parked(document);
        if (parked.isPresent()) {
            return new PollOutcome.Failed(
                    document.fetchedAt(), PollFailure.PARKED, "the domain seems to be parked: " + parked.get());
        }
        if (!Addresses.same(asked, document.address())) {
            return new PollOutcome.Failed(
                    document.fetchedAt(),
                    PollFailure.WEB_PAGE_ELSEWHERE,
                    "it leads to " + document.address() + ", which is a web page");
        }
        return new PollOutcome.Failed(
                document.fetchedAt(), PollFailure.WEB_PAGE, "a web page is where a list of items was: " + message);
    }

    /** What speaks for a parked domain, for people; empty if nothing does. */
    static Optional<String> parked(WebAnswer.Document document) {
        Document page = Jsoup.parse(head(document, READ), document.address().toString());
        Optional<String> embedded = parker(page.select("script[src], iframe[src], frame[src]"), "abs:src")
                .or(() -> parker(page.select("form[action]"), "abs:action"))
                .or(() -> refresh(page));
        String shown = page.text();
        if (embedded.isPresent() || shown.length() > SHORT) {
            return embedded.map(parker -> "its page belongs to " + parker);
        }
        Optional<String> linked = parker(page.select("a[href], link[href]"), "abs:href");
        if (linked.isPresent()) {
            return linked.map(parker -> "its page shows little more than a link to " + parker);
        }
        Matcher says = SAYS.matcher((page.title() + "\n" + shown).toLowerCase(Locale.ROOT));
        return says.find() ? Optional.of("it says \"" + says.group().strip() + "\"") : Optional.empty();
    }

    private static Optional<String> parker(Elements elements, String attribute) {
        return elements.stream()
                .map(element -> parker(element.attr(attribute)))
                .filter(parker -> !parker.isEmpty())
                .findFirst();
    }

    private static Optional<String> refresh(Document page) {
        return page.select("meta[http-equiv=refresh]").stream()
                .map(element -> parker(REFRESH.matcher(element.attr("content")).replaceFirst("")))
                .filter(parker -> !parker.isEmpty())
                .findFirst();
    }

    private static String parker(String address) {
        String host = Addresses.host(address);
        return PARKERS.stream()
                .filter(parker -> host.equals(parker) || host.endsWith("." + parker))
                .findFirst()
                .orElse("");
    }

    private static boolean isWebPage(WebAnswer.Document document) {
        String begins = head(document, 2_048).toLowerCase(Locale.ROOT).stripLeading();
        String type = document.contentType();
        boolean says = type != null && type.toLowerCase(Locale.ROOT).contains("html");
        boolean list = begins.contains("<rss") || begins.contains("<feed") || begins.contains("<urlset");
        return !list && (says || begins.contains("<!doctype html") || begins.contains("<html"));
    }

    /** Marks are ASCII but for a few; a page in another encoding loses those alone. */
    private static String head(WebAnswer.Document document, int bytes) {
        byte[] body = document.body();
        return new String(Arrays.copyOf(body, Math.min(bytes, body.length)), StandardCharsets.UTF_8);
    }
}
