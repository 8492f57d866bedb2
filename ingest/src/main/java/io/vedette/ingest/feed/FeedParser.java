package io.vedette.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.html.HtmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0 and Atom with Rome.  Document types, and with them external entities, are refused.  Stateless and
 * thread-safe.
 */
final class FeedParser {

    private FeedParser() {}

    /**
     * The entries of a feed, in its order.
     *
     * @param feed as it was fetched
     * @param contentType as the server gave it, or null
     * @param address against which relative links are resolved
     * @param outlet what articles carry as their source; the feed's own title if null
     * @throws FeedException if it is no feed, whatever else it may be
     */
    static List<FeedEntry> parse(byte[] feed, @Nullable String contentType, URI address, @Nullable String outlet)
            throws FeedException {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(feed), contentType, true)) {
            SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
            input.setAllowDoctypes(false);
            SyndFeed parsed = input.build(reader);
            String source = outlet != null ? outlet : text(parsed.getTitle());
            List<FeedEntry> entries = new ArrayList<>();
            for (SyndEntry entry : parsed.getEntries()) {
                entries.add(entry(entry, address, source, parsed.getLanguage()));
            }
            return entries;
        } catch (IOException | com.rometools.rome.io.FeedException | RuntimeException | StackOverflowError e) {
            // Rome throws all sorts of things at malformed feeds: a date, a URL, a module that it did not expect
            throw new FeedException("it is no RSS or Atom that can be read", e);
        }
    }

    private static FeedEntry entry(SyndEntry entry, URI address, @Nullable String source, @Nullable String language) {
        String title = text(entry.getTitle());
        String text = body(entry);
        String url = link(entry, address);
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        ArticleInput article = new ArticleInput(
                text.isEmpty() ? title : text,
                entry.getUri(),
                title,
                url,
                source,
                date == null ? null : date.toInstant().toString(),
                text(entry.getAuthor()),
                language,
                null,
                null);
        return new FeedEntry(
                Stream.of(entry.getUri(), url)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(title + "\n" + text),
                article);
    }

    /** The fullest of what the entry has: the contents, else the summary. */
    private static String body(SyndEntry entry) {
        Stream<SyndContent> all =
                Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()));
        return all.map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .map(HtmlText::of)
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    }

    private static @Nullable String link(SyndEntry entry, URI address) {
        String link = entry.getLink() != null ? entry.getLink() : entry.getUri();
        if (link == null) {
            return null;
        }
        try {
            return address.resolve(link.strip()).toString();
        } catch (IllegalArgumentException e) {
            return link; // what is no URI by the letter may still be one to browsers
        }
    }

    private static @Nullable String text(@Nullable String html) {
        return html == null || html.isBlank() ? null : HtmlText.of(html);
    }
}
