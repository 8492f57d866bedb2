package io.vedette.ingest.polling;

import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemList.Part;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.polling.Fetched.Listed;
import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebException;
import io.vedette.ingest.web.WebRequest;
import io.vedette.runtime.config.PollingConfig;
import io.vedette.schemas.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the list that a document is, and of a sitemap index those parts that have changed since.  Parts that do not say when
 * they changed are read one after the other, round and round.  Thread-safe.
 */
final class ListFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(ListFetcher.class);

    private final Web web;
    private final ListReaders readers;
    private final LargeDocuments large;
    private final PollingConfig config;

    ListFetcher(Web web, ListReaders readers, LargeDocuments large, PollingConfig config) {
        this.web = web;
        this.readers = readers;
        this.large = large;
        this.config = config;
    }

    /**
     * @param since which parts were read
     * @throws UnreadableListException if the document is no list
     */
    Fetched read(Source source, Document document, SourcePosition since, Instant now)
            throws UnreadableListException, InterruptedException {
        ItemListReader reader = readers.of(source);
        ItemList list = read(reader, document);
        Map<Long, Listed> items = new LinkedHashMap<>();
        add(items, list, document);
        if (list.parts().isEmpty()) {
            return fetched(document, list, items, Map.of(), true);
        }
        Map<Long, Long> read = stillListed(since.parts(), list.parts());
        List<Part> due = due(list.parts(), read, now);
        for (Part part : due.subList(0, Math.min(due.size(), config.partsPerPoll()))) {
            readPart(source, reader, part, items, read, now);
        }
        boolean finished = list.parts().stream().allMatch(part -> part.modified() == null || !isNewer(part, read));
        return fetched(document, list, items, read, finished);
    }

    private static Fetched fetched(
            Document document, ItemList list, Map<Long, Listed> items, Map<Long, Long> parts, boolean finished) {
        return new Fetched(
                document,
                list.title(),
                list.language(),
                List.copyOf(items.values()),
                list.hints(),
                !list.parts().isEmpty(),
                parts,
                finished);
    }

    /** A part that can't be had is passed over until it changes again: the others are not to wait for it. */
    private void readPart(
            Source source, ItemListReader reader, Part part, Map<Long, Listed> items, Map<Long, Long> read, Instant now)
            throws InterruptedException {
        try {
            WebRequest request = new WebRequest(part.address(), WebRequest.FEEDS, null, null, source.getEvidence());
            if (web.fetch(request) instanceof Document document) {
                add(items, read(reader, document), document);
            }
        } catch (WebException | UnreadableListException e) {
            LOG.atInfo()
                    .addKeyValue("source", source.getId())
                    .addKeyValue("part", part.address())
                    .log("a part of the sitemap was passed over: {}", e.getMessage());
        }
        read.put(key(part), stamp(part, now));
    }

    private ItemList read(ItemListReader reader, Document document)
            throws UnreadableListException, InterruptedException {
        return large.<ItemList, UnreadableListException>read(
                document.body(), () -> reader.read(document.body(), document.contentType(), document.address()));
    }

    private static void add(Map<Long, Listed> items, ItemList list, Document document) {
        for (Item item : list.items()) {
            Listed listed = Listed.of(item, document);
            items.putIfAbsent(listed.key(), listed);
        }
    }

    /** Those to be read, the newest first, then those without a date, the longest unread first. */
    private List<Part> due(List<Part> parts, Map<Long, Long> read, Instant now) {
        Instant oldest = now.minus(config.sitemapAge());
        List<Part> dated = new ArrayList<>();
        List<Part> undated = new ArrayList<>();
        for (Part part : parts) {
            if (part.modified() == null) {
                undated.add(part);
            } else if (part.modified().isBefore(oldest)) {
                read.put(key(part), stamp(part, now));
            } else if (isNewer(part, read)) {
                dated.add(part);
            }
        }
        dated.sort(Comparator.comparing(part -> stamp(part, now), Comparator.reverseOrder()));
        undated.sort(Comparator.comparing(part -> read.getOrDefault(key(part), Long.MIN_VALUE)));
        dated.addAll(undated);
        return dated;
    }

    private static boolean isNewer(Part part, Map<Long, Long> read) {
        Long before = read.get(key(part));
        return before == null || part.modified() != null && part.modified().getEpochSecond() > before;
    }

    private static long stamp(Part part, Instant now) {
        return (part.modified() == null ? now : part.modified()).getEpochSecond();
    }

    private static Map<Long, Long> stillListed(Map<Long, Long> read, List<Part> parts) {
        Map<Long, Long> still = new HashMap<>();
        for (Part part : parts) {
            Long stamp = read.get(key(part));
            if (stamp != null) {
                still.put(key(part), stamp);
            }
        }
        return still;
    }

    private static long key(Part part) {
        return Fingerprints.of(part.address().toString());
    }
}
