package io.vedette.ingest.polling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.ingest.item.Hints;
import io.vedette.runtime.json.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a source is read, and what a poll has to know of the one before.
 *
 * @param url the address that the source had, as a person wrote it; with another one, what servers said is void
 * @param address where it is for good, if it has moved
 * @param etag the server's, sent back with the next request
 * @param lastModified likewise
 * @param items those that were taken
 * @param parts by the hash of their address, when parts of a sitemap index were last modified, as far as they were read, in
 *     seconds since 1970
 * @param hints how it wants to be read
 * @param pages that are to be looked at again
 */
record SourcePosition(
        String url,
        @Nullable String address,
        @Nullable String etag,
        @Nullable String lastModified,
        KnownItems items,
        Map<Long, Long> parts,
        Hints hints,
        List<PublishedPage> pages) {

    /** Copies parts and pages. */
    SourcePosition {
        parts = Map.copyOf(parts);
        pages = List.copyOf(pages);
    }

    static SourcePosition start(String url) {
        return new SourcePosition(url, null, null, null, KnownItems.NONE, Map.of(), Hints.NONE, List.of());
    }

    /**
     * Reads what {@link #write} wrote, or what earlier versions did; anything else is the start.
     *
     * @param url of the source as it is now
     */
    static SourcePosition read(String position, String url) {
        if (position.isEmpty()) {
            return start(url);
        }
        try {
            return Json.MAPPER.readValue(position, Written.class).position(url);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return start(url);
        }
    }

    String write() {
        try {
            return Json.MAPPER.writeValueAsString(Written.of(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers could not be written as JSON", e);
        }
    }

    /** With some items of a list taken, and the list not done: it has to be fetched again. */
    SourcePosition unfinished(Map<Long, Integer> taken, Map<Long, Long> partsRead) {
        return new SourcePosition(url, address, null, null, items.with(taken), partsRead, hints, pages);
    }

    /** With another address, at which it is for good; null for its own, of which nothing is known any longer. */
    SourcePosition movedTo(@Nullable String newAddress) {
        boolean back = newAddress == null;
        return new SourcePosition(
                url, newAddress, back ? null : etag, back ? null : lastModified, items, parts, hints, pages);
    }

    /** With other pages to be looked at again. */
    SourcePosition looking(List<PublishedPage> at) {
        return new SourcePosition(url, address, etag, lastModified, items, parts, hints, at);
    }

    /** Where to fetch it. */
    String fetchFrom() {
        return address == null ? url : address;
    }

    /** The shape in JSON: short names, for there are ten thousand of them. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Written(
            @Nullable String url,
            @Nullable String to,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String items,
            @Nullable Integer listed,
            @Nullable Map<String, Long> parts,
            @Nullable Long ttl,
            @Nullable List<Integer> skipHours,
            @Nullable List<Integer> skipDays,
            @Nullable List<PublishedPage> pages,
            @Nullable List<String> seen) {

        static Written of(SourcePosition p) {
            Duration ttl = p.hints.ttl();
            return new Written(
                    p.url,
                    p.address,
                    p.etag,
                    p.lastModified,
                    p.items.write(),
                    p.items.listed() == 0 ? null : p.items.listed(),
                    p.parts.entrySet().stream()
                            .collect(Collectors.toMap(e -> Long.toHexString(e.getKey()), Map.Entry::getValue)),
                    ttl == null ? null : ttl.toSeconds(),
                    p.hints.skipHours().stream().sorted().toList(),
                    p.hints.skipDays().stream()
                            .map(DayOfWeek::getValue)
                            .sorted()
                            .toList(),
                    p.pages,
                    null);
        }

        SourcePosition position(String now) {
            boolean same = url == null || url.equals(now);
            return new SourcePosition(
                    now,
                    same ? to : null,
                    same ? etag : null,
                    same ? lastModified : null,
                    knownItems(),
                    same ? readParts() : Map.of(),
                    same ? hints() : Hints.NONE,
                    Objects.requireNonNullElse(pages, List.of()));
        }

        /** Feeds were read by an earlier version that kept the hashes of their keys alone, the oldest first. */
        private KnownItems knownItems() {
            if (seen == null) {
                return items == null ? KnownItems.NONE : KnownItems.read(items, listed == null ? 0 : listed);
            }
            Map<Long, Integer> all = new LinkedHashMap<>();
            IntStream.range(0, seen.size())
                    .mapToObj(i -> seen.get(seen.size() - 1 - i))
                    .forEach(hex -> all.put(Long.parseUnsignedLong(hex, 16), Fingerprints.ANY));
            return KnownItems.NONE.with(all);
        }

        private Map<Long, Long> readParts() {
            return parts == null
                    ? Map.of()
                    : parts.entrySet().stream()
                            .collect(
                                    Collectors.toMap(e -> Long.parseUnsignedLong(e.getKey(), 16), Map.Entry::getValue));
        }

        private Hints hints() {
            return new Hints(
                    ttl == null ? null : Duration.ofSeconds(ttl),
                    Set.copyOf(Objects.requireNonNullElse(skipHours, List.of())),
                    Objects.requireNonNullElse(skipDays, List.<Integer>of()).stream()
                            .map(DayOfWeek::of)
                            .collect(Collectors.toSet()),
                    null,
                    null);
        }
    }
}
