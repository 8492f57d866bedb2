package io.vedette.ingest.probe;

import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.web.WebAnswer.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document is. */
public sealed interface Finding {

    /** As it was fetched. */
    Document document();

    /**
     * A list that can be a source.
     *
     * @param kind FEED, SITEMAP or LISTING
     */
    record Listed(Document document, Kind kind, ItemList list) implements Finding {}

    /**
     * A page.
     *
     * @param feeds that it names in its head
     * @param page its own article, such as it is
     */
    record Page(Document document, List<FeedLink> feeds, ExtractedPage page) implements Finding {

        /** Copies the list. */
        public Page {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * Nothing that can be a source.
     *
     * @param reasons why it is none of each kind
     */
    record Nothing(Document document, List<String> reasons) implements Finding {

        /** Copies the list. */
        public Nothing {
            reasons = List.copyOf(reasons);
        }

        /** All of them, for a person. */
        public @Nullable String why() {
            return reasons.isEmpty() ? null : String.join("; ", reasons);
        }
    }
}
