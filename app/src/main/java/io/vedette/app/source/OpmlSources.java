package io.vedette.app.source;

import io.vedette.ingest.source.SourceForm;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads OPML 1.0 and 2.0, as feed readers export it: each outline with an {@code xmlUrl} is a feed, the outlines around it
 * and its categories are its labels.  Broken XML is read as far as it makes sense; document types are passed over.
 */
final class OpmlSources {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_LABELS = 20;

    private OpmlSources() {}

    /** @throws StartupException if it is no OPML, or names no feed */
    static List<ListedSource> read(String file, byte[] bytes) throws IOException {
        Document document = Jsoup.parse(
                new ByteArrayInputStream(bytes), null, "", Parser.xmlParser().settings(ParseSettings.htmlDefault));
        if (document.selectFirst("opml, outline") == null) {
            throw new StartupException(
                    ExitCode.DATA,
                    file + ": is XML, but no OPML; a feed itself is added with" + " vedette source add URL");
        }
        SourceIds ids = new SourceIds();
        List<ListedSource> sources = new ArrayList<>();
        for (Element outline : document.select("outline[xmlurl]")) {
            String where = file + ": feed " + (sources.size() + 1);
            sources.add(new ListedSource(where, form(outline, ids), false));
        }
        if (sources.isEmpty()) {
            throw new StartupException(
                    ExitCode.DATA, file + ": has no outline with an xmlUrl; there is nothing to import");
        }
        return sources;
    }

    private static SourceForm form(Element outline, SourceIds ids) {
        String url = withoutFeedScheme(outline.attr("xmlurl").strip());
        String name = Optional.ofNullable(words(outline.attr("title")))
                .or(() -> Optional.ofNullable(words(outline.attr("text"))))
                .filter(words -> !words.equals(url))
                .orElse(null);
        return new SourceForm(
                ids.of(name, url),
                null,
                url,
                name,
                null,
                language(outline.attr("language")),
                words(outline.attr("description")),
                null,
                null,
                null,
                null,
                null,
                null,
                labels(outline));
    }

    /** {@code feed://host/} and {@code feed:https://host/}, which some browsers made of addresses. */
    private static String withoutFeedScheme(String url) {
        return url.replaceFirst("(?i)^feed:(?=https?:)", "").replaceFirst("(?i)^feed:(?=//)", "http:");
    }

    private static @Nullable String words(String given) {
        String words = given.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return words.isEmpty() ? null : words.substring(0, Math.min(LONGEST_NAME, words.length()));
    }

    /** Readers write "unknown" and the like; no language is better than none that is one. */
    private static @Nullable String language(String given) {
        return given.strip().matches("[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?")
                ? given.strip().replace('_', '-')
                : null;
    }

    /** The outlines around it from the outermost, then its categories (OPML 2.0: paths and words between commas). */
    private static @Nullable List<String> labels(Element outline) {
        List<String> labels = new ArrayList<>();
        for (Element around : outline.parents()) {
            if (around.normalName().equals("outline")) {
                labels.add(0, around.attr("text").isBlank() ? around.attr("title") : around.attr("text"));
            }
        }
        labels.addAll(List.of(outline.attr("category").split("[,/]")));
        List<String> usable = labels.stream()
                .map(OpmlSources::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(MOST_LABELS)
                .toList();
        return usable.isEmpty() ? null : usable;
    }

    private static String label(String text) {
        String label = text.replaceAll("[^\\p{L}\\p{N} ._:-]+", " ")
                .replaceAll(" +", " ")
                .replaceAll("^[^\\p{L}\\p{N}]+", "")
                .strip();
        return label.substring(0, Math.min(LONGEST_LABEL, label.length()));
    }
}
