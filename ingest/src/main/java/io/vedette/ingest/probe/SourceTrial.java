package io.vedette.ingest.probe;

import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList.Part;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.listing.ListingReader;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.sitemap.SitemapReader;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries what an address would give as a source: asks the web as polling does, follows a page to the feed that it names and an
 * index to its newest part, and looks behind a few teasers.  Writes nothing.  Thread-safe.
 */
public final class SourceTrial {

    private final Map<Kind, ItemListReader> readers = new LinkedHashMap<>();
    private final Mappings mappings;
    private final SourceProbe probe;

    /**
     * @param web with the manners and the guard of polling
     * @param limitBytes the largest sitemap that is read, unpacked
     * @param mappings by which listings are read
     */
    public SourceTrial(Web web, int limitBytes, Mappings mappings) {
        readers.put(Kind.FEED, new FeedReader());
        readers.put(Kind.SITEMAP, new SitemapReader(limitBytes));
        this.mappings = mappings;
        this.probe = new SourceProbe(web, readers);
    }

    /**
     * What came of it.
     *
     * @param source the address that would be the source: the one that was asked, or the feed that its page names
     * @param steps what was found, one after the other; never empty
     * @param given the one of them that would be the source
     * @param behind what the pages behind some teasers give
     * @param usable whether it can be a source
     */
    public record Tried(URI source, List<Finding> steps, Finding given, List<Behind> behind, boolean usable) {

        public Tried {
            steps = List.copyOf(steps);
            behind = List.copyOf(behind);
        }

        /** The last, which has the items. */
        public Finding last() {
            return steps.get(steps.size() - 1);
        }
    }

    /**
     * The page behind a teaser.
     *
     * @param page what it gives; null if it can't be had
     * @param problem why not; null if it can
     */
    public record Behind(
            Item item,
            @Nullable ExtractedPage page,
            @Nullable String problem) {}

    /** Fetches and tells what lies there, and no more. */
    public SourceProbe probe() {
        return probe;
    }

    /**
     * Tries it.
     *
     * @param kind null to find out
     * @param mapping by which a LISTING is read; null for none
     * @param pages behind how many teasers the page is fetched, too
     * @throws WebException if there is nothing to be had
     * @throws UnreadableListException if nobody reads that: a LISTING needs a mapping that there is
     */
    public Tried run(URI address, @Nullable Kind kind, @Nullable String mapping, int pages)
            throws WebException, UnreadableListException, InterruptedException {
        Kind wanted = mapping == null ? kind : Kind.LISTING;
        List<Finding> steps = new ArrayList<>();
        URI source = address;
        if (wanted != null && wanted != Kind.PAGE) {
            steps.add(probe.probe(address, wanted, reader(wanted, mapping)));
        } else {
            Finding finding = probe.probe(address);
            steps.add(finding);
            if (wanted == null
                    && finding instanceof Finding.Page page
                    && !page.feeds().isEmpty()) {
                source = page.feeds().get(0).address();
                steps.add(probe.probe(source));
            }
        }
        Finding given = steps.get(steps.size() - 1);
        Part newest = newestPart(given);
        if (given instanceof Finding.Listed index && newest != null) {
            Finding part = probe.probe(newest.address(), index.kind(), reader(index.kind(), mapping));
            steps.add(part);
            return new Tried(source, steps, given, List.of(), part instanceof Finding.Listed && isUsable(part));
        }
        return new Tried(source, steps, given, behind(given, pages), isUsable(given));
    }

    /** Of an index that has no items itself; null of others. */
    private static @Nullable Part newestPart(Finding finding) {
        return finding instanceof Finding.Listed listed && listed.list().items().isEmpty()
                ? listed.list().parts().stream()
                        .max(Comparator.comparing(SourceTrial::modified))
                        .orElse(null)
                : null;
    }

    private static Instant modified(Part part) {
        Instant modified = part.modified();
        return modified == null ? Instant.MIN : modified;
    }

    private static boolean isUsable(Finding finding) {
        if (finding instanceof Finding.Listed listed) {
            return !listed.list().items().isEmpty() || !listed.list().parts().isEmpty();
        }
        return finding instanceof Finding.Page page
                && (!page.feeds().isEmpty() || !page.page().text().isBlank());
    }

    private List<Behind> behind(Finding finding, int pages) throws InterruptedException {
        List<Behind> behind = new ArrayList<>();
        if (finding instanceof Finding.Listed listed) {
            List<Item> teasers = listed.list().items().stream()
                    .filter(item -> !item.fullText() && item.article().url() != null)
                    .limit(Math.max(0, pages))
                    .toList();
            for (Item item : teasers) {
                behind.add(behind(item));
            }
        }
        return behind;
    }

    private Behind behind(Item item) throws InterruptedException {
        try {
            return new Behind(
                    item, probe.page(URI.create(String.valueOf(item.article().url()))), null);
        } catch (WebException | IllegalArgumentException e) {
            return new Behind(item, null, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Who reads lists of that kind.
     *
     * @throws UnreadableListException if nobody does: a LISTING needs a mapping that there is
     */
    public ItemListReader reader(Kind kind, @Nullable String mapping) throws UnreadableListException {
        ItemListReader reader = readers.get(kind);
        if (reader != null) {
            return reader;
        }
        if (mapping == null) {
            throw new UnreadableListException(
                    "a LISTING is read by a mapping: name it, one of " + String.join(", ", mappings.names()));
        }
        try {
            return new ListingReader(mappings.get(mapping));
        } catch (MappingException | IllegalArgumentException e) {
            throw new UnreadableListException(String.valueOf(e.getMessage()));
        }
    }
}
