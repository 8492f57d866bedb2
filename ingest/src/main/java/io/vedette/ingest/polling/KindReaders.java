package io.vedette.ingest.polling;

import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.listing.ListingReader;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.sitemap.SitemapReader;
import io.vedette.schemas.Source;

/** Finds the reader of a source by its kind, and by its mapping where the kind needs one.  Thread-safe. */
public final class KindReaders implements ListReaders {

    private final ItemListReader feeds = new FeedReader();
    private final ItemListReader pages = new PageReader();
    private final ItemListReader sitemaps;
    private final Mappings mappings;

    /**
     * @param limitBytes the largest sitemap that is read, unpacked
     * @param mappings by which listings are read
     */
    public KindReaders(int limitBytes, Mappings mappings) {
        this.sitemaps = new SitemapReader(limitBytes);
        this.mappings = mappings;
    }

    @Override
    public ItemListReader of(Source source) throws UnreadableListException {
        return switch (source.getKind()) {
            case "FEED" -> feeds;
            case "SITEMAP" -> sitemaps;
            case "PAGE" -> pages;
            case "LISTING" -> listing(source);
            default ->
                throw new UnreadableListException("nobody reads sources of the kind " + source.getKind()
                        + " here: this instance is older than the source; upgrade it");
        };
    }

    private ItemListReader listing(Source source) throws UnreadableListException {
        if (source.getMapping() == null) {
            throw new UnreadableListException("a source of the kind LISTING needs a mapping");
        }
        try {
            return new ListingReader(mappings.get(source.getMapping()));
        } catch (MappingException | IllegalArgumentException e) {
            throw new UnreadableListException(String.valueOf(e.getMessage()));
        }
    }
}
