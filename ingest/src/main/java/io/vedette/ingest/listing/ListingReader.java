package io.vedette.ingest.listing;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.html.HtmlDecoder;
import io.vedette.ingest.item.Addresses;
import io.vedette.ingest.item.Collected;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.mapping.Entry;
import io.vedette.ingest.mapping.Mapping;
import io.vedette.ingest.mapping.Mapping.Mapped;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the items of a page by a mapping.  Immutable and thread-safe. */
public final class ListingReader implements ItemListReader {

    private static final int MOST_ITEMS = 5_000;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    private final Mapping mapping;

    /**
     * @param mapping of the form {@link Mapping.Form#PAGE}
     * @throws IllegalArgumentException if it is of another
     */
    public ListingReader(Mapping mapping) {
        if (mapping.form() != Mapping.Form.PAGE) {
            throw new IllegalArgumentException(mapping + " does not map pages: its form is " + mapping.form());
        }
        this.mapping = mapping;
    }

    @Override
    public ItemList read(byte[] document, @Nullable String contentType, URI address) throws UnreadableListException {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        Document page = HtmlDecoder.decode(document, charset.find() ? charset.group(1) : null, address.toString());
        Element declared = page.selectFirst("base[href]");
        URI base = declared == null
                ? address
                : Addresses.resolve(address, declared.attr("href")).orElse(address);
        List<Element> items = mapping.items(page);
        if (items.isEmpty()) {
            throw new UnreadableListException(mapping
                    + " finds no item in it: it is another page, or its site has changed; its title is '" + page.title()
                    + "'");
        }
        Collected collected = new Collected();
        for (int i = 0; i < items.size(); i++) {
            if (i < MOST_ITEMS) {
                item(new Entry.OfPage(items.get(i), page, base), i + 1, collected);
            } else {
                collected.leaveOut("item " + (i + 1), "of one page " + MOST_ITEMS + " items are taken");
            }
        }
        String title = page.title().strip();
        String language = page.select("html").attr("lang").strip();
        return collected.list(
                title.isEmpty() ? null : title, language.isEmpty() ? null : language, Hints.NONE, List.of());
    }

    private void item(Entry.OfPage entry, int number, Collected collected) {
        Mapped mapped = mapping.map(entry, entry.base());
        ArticleInput article = mapped.article();
        String shown =
                article.title() != null ? article.title() : article.url() != null ? article.url() : "item " + number;
        if (!mapping.takes(entry)) {
            collected.leaveOut(shown, mapping + " leaves it out");
        } else if (article.text() == null && article.title() == null && article.url() == null) {
            collected.leaveOut(shown, "it has no text, no title and no address");
        } else {
            String key = article.id() != null
                    ? article.id()
                    : article.url() != null ? article.url() : article.title() + "\n" + article.text();
            String dateFrom = article.date() == null ? null : "listing";
            boolean whole = mapping.fullText() && article.text() != null;
            collected.add(new Item(key, article, dateFrom, whole, mapped.forwardOf()));
        }
    }
}
