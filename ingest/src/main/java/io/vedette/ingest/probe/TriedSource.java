package io.vedette.ingest.probe;

import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.LeftOut;
import io.vedette.ingest.probe.SourceTrial.Behind;
import io.vedette.ingest.probe.SourceTrial.Tried;
import io.vedette.ingest.web.WebException;
import io.vedette.text.article.ArticleDate;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source would give, as it is told over HTTP.
 *
 * @param kind FEED, SITEMAP, LISTING or PAGE; null if it is none of these
 * @param status {@code OK}, {@code NOTHING} if nothing came of it that could be used, or why it can't be had: the names of
 *     {@link WebException.Kind}
 * @param url the address to give the source: where it has moved for good, or the feed that the page names
 * @param title what it calls itself; null if it does not say
 * @param found how many items there are
 * @param items the first of them
 * @param leftOut what became no item, and why
 * @param problems what a person should know
 */
record TriedSource(
        @Nullable String kind,
        String status,
        String url,
        @Nullable String title,
        @Nullable String language,
        int found,
        List<TriedItem> items,
        List<LeftOut> leftOut,
        List<String> problems) {

    static final String OK = "OK";
    static final String NOTHING = "NOTHING";

    /**
     * An item.
     *
     * @param publishedAt null if it has no date that can be read
     * @param text its beginning; of a teaser that was looked behind, what the page gives
     * @param characters how long the text is
     * @param fullText whether the list has the whole text, or the page behind it was read
     * @param problem what is wrong with it; null if nothing is
     */
    record TriedItem(
            @Nullable String title,
            @Nullable String url,
            @Nullable Instant publishedAt,
            @Nullable String author,
            @Nullable String language,
            String text,
            int characters,
            boolean fullText,
            @Nullable String problem) {}

    /** There is nothing to be had. */
    static TriedSource failed(URI url, WebException reason) {
        return new TriedSource(
                null,
                reason.kind().name(),
                url.toString(),
                null,
                null,
                0,
                List.of(),
                List.of(),
                List.of(String.valueOf(reason.getMessage())));
    }

    /**
     * What was found.
     *
     * @param mostItems how many are shown
     * @param mostText so many UTF-16 code units of each text
     */
    static TriedSource of(Tried tried, int mostItems, int mostText) {
        Finding given = tried.given();
        URI moved = given.document().movedTo();
        List<String> problems = new ArrayList<>();
        if (moved != null) {
            problems.add("it has moved for good, to " + moved);
        }
        String url = String.valueOf(moved == null ? tried.source() : moved);
        if (tried.last() instanceof Finding.Listed listed) {
            return listed(listed, given, tried.behind(), url, problems, mostItems, mostText);
        } else if (tried.last() instanceof Finding.Page page) {
            return page(page, tried.usable(), url, problems, mostText);
        }
        if (tried.last() instanceof Finding.Nothing nothing) {
            problems.addAll(nothing.reasons());
        }
        return new TriedSource(null, NOTHING, url, null, null, 0, List.of(), List.of(), problems);
    }

    private static TriedSource listed(
            Finding.Listed listed,
            Finding given,
            List<Behind> behind,
            String url,
            List<String> problems,
            int mostItems,
            int mostText) {
        ItemList list = listed.list();
        Map<String, Behind> pages = new HashMap<>();
        for (Behind one : behind) {
            pages.put(one.item().key(), one);
            if (one.problem() != null) {
                problems.add("the page behind " + one.item().article().url() + " can't be had: " + one.problem());
            }
        }
        if (list.items().isEmpty()) {
            problems.add("it lists nothing now");
        }
        if (given != listed) {
            problems.add("it is an index; these are of its newest part, "
                    + listed.document().address());
        }
        return new TriedSource(
                listed.kind().name(),
                list.items().isEmpty() && list.parts().isEmpty() ? NOTHING : OK,
                url,
                list.title(),
                list.language(),
                list.items().size(),
                list.items().stream()
                        .limit(mostItems)
                        .map(item -> item(item, pages.get(item.key()), mostText))
                        .toList(),
                list.leftOut().stream().limit(mostItems).toList(),
                problems);
    }

    private static TriedItem item(Item item, @Nullable Behind behind, int mostText) {
        ExtractedPage page = behind == null ? null : behind.page();
        String listed = Objects.requireNonNullElse(item.article().text(), "");
        String text = page == null || page.text().isBlank() ? listed : page.text();
        String date = item.article().date();
        Instant at = date == null ? null : ArticleDate.read(date).orElse(null);
        Instant published = at == null && page != null ? page.published() : at;
        List<String> problems = new ArrayList<>();
        if (date != null && at == null) {
            problems.add("its date can't be read: \"" + date + "\"");
        } else if (published == null) {
            problems.add("no date");
        }
        if (text.isBlank()) {
            problems.add(page == null ? "no text in the list" : "no text on its page either");
        }
        return new TriedItem(
                item.article().title(),
                item.article().url(),
                published,
                item.article().author(),
                item.article().language(),
                beginning(text, mostText),
                text.strip().length(),
                item.fullText() || page != null,
                problems.isEmpty() ? null : String.join("; ", problems));
    }

    private static TriedSource page(
            Finding.Page found, boolean usable, String url, List<String> problems, int mostText) {
        ExtractedPage page = found.page();
        if (page.text().isBlank()) {
            problems.add("no article was found on the page");
        }
        if (!found.feeds().isEmpty()) {
            problems.add("it links to the feed "
                    + String.join(
                            ", ",
                            found.feeds().stream()
                                    .map(feed -> feed.address().toString())
                                    .toList()));
        }
        List<TriedItem> items = page.text().isBlank()
                ? List.of()
                : List.of(new TriedItem(
                        page.title(),
                        found.document().address().toString(),
                        page.published(),
                        page.authors().isEmpty() ? null : String.join(", ", page.authors()),
                        page.language(),
                        beginning(page.text(), mostText),
                        page.text().length(),
                        true,
                        page.published() == null ? "no date" : null));
        return new TriedSource(
                "PAGE",
                usable ? OK : NOTHING,
                url,
                page.siteName(),
                page.language(),
                items.size(),
                items,
                List.of(),
                problems);
    }

    private static String beginning(String text, int most) {
        String whole = text.strip();
        if (whole.length() <= most) {
            return whole;
        }
        return whole.substring(0, Character.isLowSurrogate(whole.charAt(most)) ? most - 1 : most);
    }
}
