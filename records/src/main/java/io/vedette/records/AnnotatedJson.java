package io.vedette.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.text.Alternative;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.Quantity;
import io.vedette.text.Span;
import io.vedette.text.When;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * An annotated article as one line of JSON, as {@code vedette annotate} prints it.  Offsets are those of the text that was
 * tagged, whatever that was.  Thread-safe.
 */
public final class AnnotatedJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** As it stands in a line; within a text the quotation marks would be escaped. */
    private static final String NO_STORY = "\"storyId\":null,\"duplicateOf\":null";

    private AnnotatedJson() {}

    /** An article from the topic {@code enriched}: its {@code id} is the one that its source gave. */
    public static String line(EnrichedArticle enriched) {
        return line(
                enriched.getArticle().getGivenId(),
                enriched.getArticle().getId(),
                AnnotationMapper.annotations(enriched));
    }

    /**
     * Any annotated article.
     *
     * @param id the id that it came with; null for none
     * @param articleId Vedette's own
     * @param annotations what was found in it
     * @return one line, without the end of line
     */
    public static String line(@Nullable String id, String articleId, Annotations annotations) {
        return line(id, articleId, annotations, false);
    }

    /** The same, with an {@code explanation} in each mention and claim: which rule, alias and context decided. */
    public static String explained(@Nullable String id, String articleId, Annotations annotations) {
        return line(id, articleId, annotations, true);
    }

    /**
     * A line with the story that its article tells, which is known only once all articles before it are.
     *
     * @param line one that has no story yet
     * @param storyId the story
     * @param duplicateOf the id of the article that this one copies; null for none
     */
    public static String withStory(String line, String storyId, @Nullable String duplicateOf) {
        int at = line.indexOf(NO_STORY);
        StringWriter story = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(story)) {
            json.writeStartObject();
            json.writeStringField("storyId", storyId);
            json.writeStringField("duplicateOf", duplicateOf);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        String fields = story.toString();
        return line.substring(0, at)
                + fields.substring(1, fields.length() - 1)
                + line.substring(at + NO_STORY.length());
    }

    private static String line(@Nullable String id, String articleId, Annotations annotations, boolean explain) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(id, articleId, annotations, explain, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        return line.toString();
    }

    private static void write(
            @Nullable String id, String articleId, Annotations annotations, boolean explain, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("articleId", articleId);
        json.writeStringField("language", annotations.language());
        json.writeNullField("storyId");
        json.writeNullField("duplicateOf");
        json.writeArrayFieldStart("mentions");
        for (Mention mention : annotations.mentions()) {
            write(mention, explain, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("claims");
        for (Claim claim : annotations.claims()) {
            write(claim, explain, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Mention mention, boolean explain, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", mention.field().name());
        json.writeNumberField("start", mention.start());
        json.writeNumberField("end", mention.end());
        json.writeStringField("text", mention.text());
        json.writeStringField("kind", mention.kind().name());
        json.writeStringField("type", mention.type().name());
        json.writeStringField("entityId", mention.entityId());
        json.writeStringField("name", mention.name());
        json.writeNumberField("confidence", mention.confidence());
        if (mention.kind() == MentionKind.PLACE) {
            writePlace(mention.location(), mention.country(), json);
        }
        json.writeBooleanField("transliterated", mention.transliterated());
        json.writeArrayFieldStart("alternatives");
        for (Alternative alternative : mention.alternatives()) {
            write(alternative, json);
        }
        json.writeEndArray();
        if (explain) {
            writeExplanation(mention.rule(), mention.alias(), mention.context(), json);
        }
        json.writeEndObject();
    }

    private static void write(Alternative alternative, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("entityId", alternative.entityId());
        json.writeStringField("name", alternative.name());
        json.writeNumberField("confidence", alternative.confidence());
        json.writeStringField("country", alternative.country());
        json.writeEndObject();
    }

    private static void writePlace(@Nullable Location location, @Nullable String country, JsonGenerator json)
            throws IOException {
        if (location == null) {
            json.writeNullField("lat");
            json.writeNullField("lon");
        } else {
            json.writeNumberField("lat", location.latitude());
            json.writeNumberField("lon", location.longitude());
        }
        json.writeStringField("geonameId", location == null ? null : location.geonameId());
        json.writeStringField("country", country);
    }

    private static void write(Claim claim, boolean explain, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", claim.field().name());
        json.writeNumberField("start", claim.start());
        json.writeNumberField("end", claim.end());
        json.writeStringField("type", claim.type().name());
        json.writeStringField("subtype", claim.subtype());
        json.writeStringField("plover", claim.plover());
        json.writeStringField("cameo", claim.cameo());
        json.writeStringField("acled", claim.acled());
        json.writeStringField("modality", claim.modality().name());
        json.writeBooleanField("background", claim.background());
        write(claim.when(), json);
        json.writeNumberField("confidence", claim.confidence());
        write("trigger", claim.trigger(), json);
        writeSource(claim, json);
        write("cue", claim.cue(), json);
        write("content", claim.content(), json);
        writeIndexes("actors", claim.actors(), json);
        writeIndexes("places", claim.places(), json);
        writeIndexes("agents", claim.agents(), json);
        writeIndexes("targets", claim.targets(), json);
        writeQuantities(claim.quantities(), json);
        writeIndex("about", claim.about(), json);
        writeIndexes("conflicts", claim.conflicts(), json);
        if (explain) {
            writeExplanation(claim.rule(), null, claim.context(), json);
        }
        json.writeEndObject();
    }

    private static void writeExplanation(
            String rule, @Nullable String alias, @Nullable String context, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("explanation");
        json.writeStringField("rule", rule);
        if (alias != null) {
            json.writeStringField("alias", alias);
        }
        if (context != null) {
            json.writeStringField("context", context);
        }
        json.writeEndObject();
    }

    private static void writeQuantities(Iterable<Quantity> quantities, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("quantities");
        for (Quantity quantity : quantities) {
            json.writeStartObject();
            json.writeStringField("kind", quantity.kind().name());
            json.writeNumberField("low", quantity.low());
            if (Double.isFinite(quantity.high())) {
                json.writeNumberField("high", quantity.high());
            } else {
                json.writeNullField("high");
            }
            json.writeStringField("unit", quantity.unit());
            json.writeNumberField("start", quantity.span().start());
            json.writeNumberField("end", quantity.span().end());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeIndex(String name, @Nullable Integer index, JsonGenerator json) throws IOException {
        if (index == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, index.intValue());
        }
    }

    private static void writeSource(Claim claim, JsonGenerator json) throws IOException {
        write("source", claim.source(), json);
        writeIndex("sourceMention", claim.sourceMention(), json);
        json.writeStringField("sourceEntityId", claim.sourceEntityId());
    }

    private static void write(@Nullable When when, JsonGenerator json) throws IOException {
        if (when == null) {
            json.writeNullField("when");
            return;
        }
        json.writeObjectFieldStart("when");
        json.writeStringField("from", when.from().toString());
        json.writeStringField("to", when.to().toString());
        json.writeStringField("words", when.words());
        json.writeEndObject();
    }

    private static void write(String name, @Nullable Span span, JsonGenerator json) throws IOException {
        if (span == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
        json.writeEndObject();
    }

    private static void writeIndexes(String name, Iterable<Integer> indexes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (int index : indexes) {
            json.writeNumber(index);
        }
        json.writeEndArray();
    }
}
