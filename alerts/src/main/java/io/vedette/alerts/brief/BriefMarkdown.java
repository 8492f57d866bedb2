package io.vedette.alerts.brief;

import io.vedette.alerts.delivery.channel.AlertText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A brief as Markdown (CommonMark), to be edited.  Whatever comes from articles is plain text there: what would be markup is
 * escaped, controls are taken out, and only addresses of http and https are links.
 */
public final class BriefMarkdown {

    /** Everything that CommonMark, GitHub's tables, strike-through and formulas make something of within a line. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]#|~^$!{}]");

    /** What GitHub makes a link of without being asked. */
    private static final Pattern BARE_LINK = Pattern.compile("(?i)(www)\\.|:(?=//)");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Brief brief;
    private final String base;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    private BriefMarkdown(Brief brief, String base) {
        this.brief = brief;
        this.base = base;
        this.wording = new Wording(brief);
    }

    /**
     * The brief as Markdown.
     *
     * @param base where the console is, without a slash at its end: alerts are links to it
     */
    public static String of(Brief brief, String base) {
        return new BriefMarkdown(brief, base).write();
    }

    private String write() {
        out.append("# ").append(text(brief.title())).append("\n\n");
        out.append(text(String.join(" ", wording.summary()))).append('\n');
        if (!brief.places().isEmpty()) {
            heading("Confirmed");
            brief.places().forEach(place -> place(place.name(), place.country(), place.claims()));
        }
        if (!brief.conflicts().isEmpty()) {
            heading("Conflicts");
            brief.conflicts().forEach(this::conflict);
        }
        if (!brief.unconfirmed().isEmpty()) {
            heading("Unconfirmed");
            Sections.byPlace(brief.unconfirmed())
                    .forEach(place -> place(place.name(), place.country(), place.claims()));
        }
        if (!brief.others().isEmpty()) {
            heading("Other alerts");
            brief.others().forEach(this::other);
        }
        return out.toString();
    }

    private void heading(String title) {
        out.append("\n## ").append(title).append('\n');
    }

    private void place(@Nullable String name, @Nullable String country, List<BriefClaim> claims) {
        out.append("\n### ").append(text(Wording.place(name, country))).append("\n\n");
        claims.forEach(this::claim);
    }

    private void claim(BriefClaim claim) {
        String details = Stream.of(Wording.texts(claim), claim.when() == null ? "" : "when: " + claim.when())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("; "));
        out.append("- **").append(wording.time(claim.at())).append("** ").append(text(Wording.what(claim)));
        out.append(", *")
                .append(text(Wording.words(claim.how())))
                .append("* by ")
                .append(text(claim.who()));
        out.append(": ").append(text(claim.text()));
        if (!details.isEmpty()) {
            out.append(" (").append(text(details)).append(')');
        }
        out.append(" —");
        claim.articles().forEach(article -> out.append(' ').append(link(article.outlet(), article.url())));
        claim.alertIds().forEach(id -> out.append(' ').append(alert(id)));
        out.append('\n');
    }

    private void conflict(BriefConflict conflict) {
        String where = conflict.place() == null ? "" : " in " + conflict.place();
        out.append("\n**").append(text(conflict.about() + where)).append("**\n\n");
        for (BriefConflict.BriefSide side : conflict.sides()) {
            out.append("- **").append(wording.time(side.at())).append("** ").append(text(side.who()));
            out.append(", *").append(text(Wording.words(side.how()))).append('*');
            if (side.figure() != null) {
                out.append(", **").append(text(side.figure())).append("**");
            }
            out.append(": ").append(text(side.says())).append(" — ");
            out.append(link(side.outlet(), side.url())).append('\n');
        }
    }

    private void other(BriefAlert alert) {
        BriefArticle article = alert.article();
        out.append("- **").append(wording.time(alert.at())).append("** ").append(text(alert.watch()));
        out.append(": ").append(text(alert.headline())).append(" —");
        if (article != null) {
            out.append(' ').append(link(article.outlet(), article.url()));
        }
        out.append(' ').append(alert(alert.id())).append('\n');
    }

    private String alert(String id) {
        return "[alert](<" + Sections.alert(base, id) + ">)";
    }

    private static String link(@Nullable String outlet, @Nullable String url) {
        String words = text(Wording.outlet(outlet));
        String address = AlertText.link(url);
        return address == null ? words : "[" + words + "](<" + address.replace("&", "&amp;") + ">)";
    }

    /** As text in any line, but at its beginning. */
    static String text(String words) {
        String line = SPACE.matcher(AlertText.line(words)).replaceAll(" ");
        String entities = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String escaped = SPECIAL.matcher(entities).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
        return BARE_LINK
                .matcher(escaped)
                .replaceAll(found -> found.group(1) == null ? "&#58;" : found.group(1) + "&#46;");
    }
}
