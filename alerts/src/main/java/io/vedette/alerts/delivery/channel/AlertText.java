package io.vedette.alerts.delivery.channel;

import io.vedette.schemas.Alert;
import io.vedette.schemas.Evidence;
import io.vedette.schemas.MatchedClause;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an alert reads to a person, as plain text; whoever puts it into a markup escapes it. */
public final class AlertText {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+");
    private static final int MOST_REASONS = 5;
    private static final int MOST_CHARACTERS = 300;

    private AlertText() {}

    /** The line to show first: severity where it matters, the watch, the headline. */
    public static String subject(Alert alert) {
        String severity = alert.getSeverity().equals("INFO") ? "" : "[" + alert.getSeverity() + "] ";
        return cut(severity + watch(alert) + ": " + headline(alert));
    }

    /** The title of the watch, or its id where it has none. */
    public static String watch(Alert alert) {
        return line(alert.getWatchTitle().isBlank() ? alert.getWatchId() : alert.getWatchTitle());
    }

    /** The headline of the article, or what comes closest. */
    public static String headline(Alert alert) {
        for (String candidate : new @Nullable String[] {alert.getHeadline(), alert.getTitle(), alert.getUrl()}) {
            if (candidate != null && !candidate.isBlank()) {
                return cut(line(candidate));
            }
        }
        return "article " + alert.getArticleId();
    }

    /** Outlet and time, as far as they are known; may be empty. */
    public static String provenance(Alert alert) {
        List<String> parts = new ArrayList<>();
        if (alert.getSource() != null) {
            parts.add(line(alert.getSource()));
        }
        if (alert.getPublishedAt() != null) {
            parts.add(alert.getPublishedAt().toString());
        }
        return String.join(", ", parts);
    }

    /** Why: the snippets of the first few clauses, each once. */
    public static List<String> reasons(Alert alert) {
        Set<String> snippets = new LinkedHashSet<>();
        for (MatchedClause clause : alert.getClauses()) {
            String snippet = clause.getSnippet().isBlank() ? clause.getWords() : clause.getSnippet();
            if (!snippet.isBlank() && snippets.size() < MOST_REASONS) {
                snippets.add(cut(line(snippet)));
            }
        }
        return List.copyOf(snippets);
    }

    /** Where ingest gives the bytes that the article was made of, and what they are known by; empty if they are not kept. */
    public static String evidence(Alert alert) {
        Evidence kept = alert.getEvidence();
        return kept == null
                ? ""
                : "Evidence: /api/evidence/" + line(kept.getFile()) + "/" + kept.getOffset() + ", SHA-256 "
                        + line(kept.getSha256());
    }

    /** The address of the article if it is one that may be made a link: http or https. */
    public static @Nullable String link(Alert alert) {
        return link(alert.getUrl());
    }

    /** The address if it is one that may be made a link: http or https. */
    public static @Nullable String link(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** For text in HTML and XML, between tags and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Without line breaks and other controls, which headers and chats would make something of, overriding of writing direction among them. */
    public static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }
}
