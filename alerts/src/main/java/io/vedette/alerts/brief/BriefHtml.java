package io.vedette.alerts.brief;

import io.vedette.alerts.delivery.channel.AlertText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A brief as a page to print: whole in itself, without scripts, fetching nothing.  Whatever comes from articles is text, each
 * piece with a writing direction of its own; only addresses of http and https are links.
 */
public final class BriefHtml {

    private static final String STYLE = style();

    /** What a browser may do with it: show its own style. */
    public static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private final Brief brief;
    private final String base;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    private BriefHtml(Brief brief, String base) {
        this.brief = brief;
        this.base = base;
        this.wording = new Wording(brief);
    }

    /**
     * The brief as a page.
     *
     * @param base where the console is, without a slash at its end: alerts are links to it
     */
    public static String of(Brief brief, String base) {
        return new BriefHtml(brief, base).write();
    }

    private String write() {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>").append(plain(brief.title())).append("</title>\n");
        out.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
        out.append("<h1>").append(text(brief.title())).append("</h1>\n");
        out.append("<p>").append(plain(String.join(" ", wording.summary()))).append("</p>\n");
        places("Confirmed", brief.places());
        conflicts();
        places("Unconfirmed", Sections.byPlace(brief.unconfirmed()));
        others();
        return out.append("</body>\n</html>\n").toString();
    }

    private void places(String title, List<BriefPlace> places) {
        if (places.isEmpty()) {
            return;
        }
        out.append("<section class=\"").append(title.toLowerCase(Locale.ROOT)).append("\">\n");
        out.append("<h2>").append(title).append("</h2>\n");
        for (BriefPlace place : places) {
            out.append("<h3>")
                    .append(text(Wording.place(place.name(), place.country())))
                    .append("</h3>\n<ul>\n");
            place.claims().forEach(this::claim);
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }

    private void claim(BriefClaim claim) {
        out.append("<li>")
                .append(time(claim.at()))
                .append(" <b>")
                .append(text(Wording.what(claim)))
                .append("</b>, ");
        out.append("<em>")
                .append(plain(Wording.words(claim.how())))
                .append("</em> by ")
                .append(text(claim.who()));
        out.append(": <q>").append(text(claim.text())).append("</q> <small>");
        if (!Wording.texts(claim).isEmpty()) {
            out.append(plain(Wording.texts(claim))).append(' ');
        }
        if (claim.when() != null) {
            out.append("when: ").append(text(claim.when())).append(' ');
        }
        claim.articles().forEach(article -> out.append(link(article.outlet(), article.url()))
                .append(' '));
        claim.alertIds().forEach(id -> out.append(alert(id)).append(' '));
        out.append("</small></li>\n");
    }

    private void conflicts() {
        if (brief.conflicts().isEmpty()) {
            return;
        }
        out.append("<section class=\"conflicts\">\n<h2>Conflicts</h2>\n");
        for (BriefConflict conflict : brief.conflicts()) {
            out.append("<h3>").append(text(conflict.about()));
            if (conflict.place() != null) {
                out.append(" in ").append(text(conflict.place()));
            }
            out.append("</h3>\n<ul>\n");
            conflict.sides().forEach(this::side);
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }

    private void side(BriefConflict.BriefSide side) {
        out.append("<li>").append(time(side.at())).append(' ').append(text(side.who()));
        out.append(", <em>").append(plain(Wording.words(side.how()))).append("</em>");
        if (side.figure() != null) {
            out.append(", <b>").append(text(side.figure())).append("</b>");
        }
        out.append(": <q>").append(text(side.says())).append("</q> <small>");
        out.append(link(side.outlet(), side.url())).append("</small></li>\n");
    }

    private void others() {
        if (brief.others().isEmpty()) {
            return;
        }
        out.append("<section class=\"others\">\n<h2>Other alerts</h2>\n<ul>\n");
        for (BriefAlert alert : brief.others()) {
            BriefArticle article = alert.article();
            out.append("<li>")
                    .append(time(alert.at()))
                    .append(' ')
                    .append(text(alert.watch()))
                    .append(": ");
            out.append(text(alert.headline())).append(" <small>");
            if (article != null) {
                out.append(link(article.outlet(), article.url())).append(' ');
            }
            out.append(alert(alert.id())).append("</small></li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + plain(wording.time(at)) + "</time>";
    }

    private String alert(String id) {
        return "<a href=\"" + plain(Sections.alert(base, id)) + "\">alert</a>";
    }

    private static String link(@Nullable String outlet, @Nullable String url) {
        String words = text(Wording.outlet(outlet));
        String address = AlertText.link(url);
        return address == null
                ? words
                : "<a href=\"" + plain(address) + "\" rel=\"noopener noreferrer nofollow\">" + words + "</a>";
    }

    private static String text(String words) {
        return "<bdi>" + plain(words) + "</bdi>";
    }

    private static String plain(String words) {
        return AlertText.escaped(AlertText.line(words));
    }

    private static String style() {
        try (InputStream in = BriefHtml.class.getResourceAsStream("brief.css")) {
            if (in == null) {
                throw new IllegalStateException("brief.css is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
