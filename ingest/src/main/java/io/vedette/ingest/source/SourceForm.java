package io.vedette.ingest.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Source;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A source as people write it, in YAML and in JSON alike, unchecked; what is null was not written.
 *
 * <pre>
 * id: harbour
 * kind: FEED                           # or SITEMAP, LISTING, PAGE
 * url: https://news.example/feed.xml
 * name: Harbour News
 * country: ua
 * language: uk
 * covers: the coast
 * enabled: true
 * interval: 5m                         # left out: follows how often it changes
 * page: TEASER                         # or ALWAYS, NEVER
 * mapping: telegram-preview            # of a LISTING only
 * evidence: false
 * textDelivery: FULL                   # or SNIPPET, NONE
 * labels: [coast]
 * </pre>
 *
 * <p>What the server sets may be there and is ignored, so that what was read can be changed and sent back; other fields are
 * refused, lest a misspelt one be taken for its default.
 */
@JsonIgnoreProperties({"version", "updatedAt", "updatedBy", "status", "state", "overdue"})
public record SourceForm(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String url,
        @Nullable String name,
        @Nullable String country,
        @Nullable String language,
        @Nullable String covers,
        @Nullable Boolean enabled,
        @Nullable String interval,
        @Nullable String page,
        @Nullable String mapping,
        @Nullable Boolean evidence,
        @Nullable String textDelivery,
        @Nullable List<String> labels) {

    private static final ObjectReader READER =
            Json.MAPPER.readerFor(SourceForm.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_COVERS = 500;

    /**
     * Reads a form.
     *
     * @throws JsonProcessingException if it is no JSON object, or one whose fields hold what they can't
     * @throws InvalidSourceException if it has a field that there is not
     */
    public static SourceForm read(byte[] json) throws JsonProcessingException {
        try {
            SourceForm read = READER.readValue(json);
            return read == null ? READER.readValue("{}") : read;
        } catch (UnrecognizedPropertyException e) {
            throw unknown(e);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    /** The same of what was parsed already, from JSON or YAML. */
    public static SourceForm read(JsonNode object) throws JsonProcessingException {
        try {
            return READER.treeToValue(object, SourceForm.class);
        } catch (UnrecognizedPropertyException e) {
            throw unknown(e);
        }
    }

    private static InvalidSourceException unknown(UnrecognizedPropertyException e) {
        String known = Arrays.stream(SourceForm.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
        return new InvalidSourceException(e.getPropertyName(), "there is no such field; there are " + known);
    }

    /** What a record of the sources says. */
    public static SourceForm of(Source source) {
        return new SourceForm(
                source.getId(),
                source.getKind(),
                source.getUrl(),
                source.getName(),
                source.getCountry(),
                source.getLanguage(),
                source.getCovers(),
                source.getEnabled(),
                source.getIntervalMillis() == 0
                        ? null
                        : SourceFields.text(Duration.ofMillis(source.getIntervalMillis())),
                source.getPage(),
                source.getMapping(),
                source.getEvidence(),
                source.getTextDelivery(),
                source.getLabels());
    }

    /** A feed of which nothing else is known. */
    public static SourceForm feed(String id, String url) {
        return new SourceForm(
                id, Kind.FEED.name(), url, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** This under another id. */
    public SourceForm withId(@Nullable String given) {
        return new SourceForm(
                given,
                kind,
                url,
                name,
                country,
                language,
                covers,
                enabled,
                interval,
                page,
                mapping,
                evidence,
                textDelivery,
                labels);
    }

    /** This, enabled or not. */
    public SourceForm withEnabled(@Nullable Boolean given) {
        return new SourceForm(
                id,
                kind,
                url,
                name,
                country,
                language,
                covers,
                given,
                interval,
                page,
                mapping,
                evidence,
                textDelivery,
                labels);
    }

    /** This, and what it does not say as the other has it. */
    public SourceForm over(SourceForm other) {
        return new SourceForm(
                or(id, other.id),
                or(kind, other.kind),
                or(url, other.url),
                or(name, other.name),
                or(country, other.country),
                or(language, other.language),
                or(covers, other.covers),
                or(enabled, other.enabled),
                or(interval, other.interval),
                or(page, other.page),
                or(mapping, other.mapping),
                or(evidence, other.evidence),
                or(textDelivery, other.textDelivery),
                or(labels, other.labels));
    }

    private static <T> @Nullable T or(@Nullable T mine, @Nullable T others) {
        return mine == null ? others : mine;
    }

    /**
     * The record, with every part in order and in its one spelling; its version is 1, and nobody has changed it.
     *
     * @param leastInterval the shortest interval that may be written
     * @throws InvalidSourceException if a part is missing that must be there, or is wrong
     */
    public Source source(Duration leastInterval) {
        Kind what = SourceFields.choice("kind", kind, Kind.FEED);
        return Source.newBuilder()
                .setId(SourceFields.id(id))
                .setKind(what.name())
                .setUrl(SourceFields.url(url))
                .setName(SourceFields.words("name", name, LONGEST_NAME))
                .setCountry(SourceFields.country(country))
                .setLanguage(SourceFields.language(language))
                .setCovers(SourceFields.words("covers", covers, LONGEST_COVERS))
                .setEnabled(enabled == null || enabled)
                .setIntervalMillis(SourceFields.interval(interval, leastInterval))
                .setPage(SourceFields.choice("page", page, PageFetching.TEASER).name())
                .setMapping(SourceFields.mapping(mapping, what))
                .setEvidence(evidence != null && evidence)
                .setTextDelivery(SourceFields.choice("textDelivery", textDelivery, TextDelivery.FULL)
                        .name())
                .setLabels(SourceFields.labels(labels))
                .build();
    }
}
