package io.vedette.text.mention;

import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.script.Romanization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tags actors and places.  Actors go first, so that "Hamas" is no German town; a place inside the name of an actor is a
 * mention of its own; a capital that speaks is both.  A surname alone is whoever was named in full anywhere in the
 * article.
 *
 * <p>Spans leave out titles, roles, "the" and the possessive.  Immutable; time is linear in the length of the text.
 */
public final class MentionTagger {

    private static final Comparator<Mention> ORDER = Comparator.comparing(Mention::field)
            .thenComparingInt(Mention::start)
            .thenComparing(Comparator.comparingInt(Mention::end).reversed())
            .thenComparing(Mention::kind);

    private final Gazetteer gazetteer;
    private final PlaceFinder places;
    private final MetonymFinder metonyms;
    private final UnitGrammar units;

    public MentionTagger(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new PlaceFinder(gazetteer);
        this.metonyms = new MetonymFinder(gazetteer);
        this.units = new UnitGrammar(gazetteer);
    }

    /** The mentions of both fields: title first, then by start, the longer one first. */
    public List<Mention> tag(TokenizedDocument document) {
        LocalDate day = day(document.document());
        Map<Field, FieldText> texts = new EnumMap<>(Field.class);
        Map<Field, Cover> actors = new EnumMap<>(Field.class);
        Map<Field, Clues> clues = new EnumMap<>(Field.class);
        ActorFinder known = new ActorFinder(day);
        for (Field field : Field.values()) {
            FieldText text = FieldText.of(field, document.tokens(field), document.language(), gazetteer);
            Cover cover = new Cover(text.count());
            Clues words = Clues.of(text, gazetteer);
            known.find(words, cover);
            clues.put(field, words);
            texts.put(field, text);
            actors.put(field, cover);
        }
        known.decide();
        clues.forEach((field, words) -> {
            units.find(words, cover(actors, field));
            GroupFinder.find(words, cover(actors, field));
        });
        Map<Field, List<Found>> unknown;
        if (OtherPeople.READ.contains(document.language())) {
            texts.forEach((field, text) -> OtherPeople.find(text, cover(actors, field)));
            unknown = Map.of();
        } else {
            unknown = NameFinder.find(clues, actors);
        }
        List<Mention> mentions = mentions(texts, actors, unknown);
        mentions.sort(ORDER);
        return mentions;
    }

    private List<Mention> mentions(
            Map<Field, FieldText> texts, Map<Field, Cover> actors, Map<Field, List<Found>> unknown) {
        PlaceResolver resolver = new PlaceResolver(gazetteer);
        Map<Field, PlaceFinder.Places> candidates = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> {
            PlaceFinder.Places found = places.find(text, cover(actors, field), unknown.getOrDefault(field, List.of()));
            resolver.add(found.candidates());
            candidates.put(field, found);
        });
        resolver.decide();
        List<Mention> mentions = new ArrayList<>();
        texts.forEach((field, text) -> {
            cover(actors, field).all().forEach(actor -> mentions.add(mention(text, actor)));
            PlaceFinder.Places here = candidates.getOrDefault(field, PlaceFinder.NONE);
            List<Found> resolved = new ArrayList<>(here.candidates().size());
            for (PlaceCandidates candidate : here.candidates()) {
                Found place = resolver.resolve(candidate);
                if (place != null) {
                    resolved.add(place);
                    mentions.add(mention(text, place));
                    Found government = metonyms.find(text, place);
                    if (government != null && cover(actors, field).free(place.first(), place.end())) {
                        mentions.add(mention(text, government));
                    }
                }
            }
            here.unknown().forEach(place -> mentions.add(mention(text, place, Vicinity.of(place, resolved))));
        });
        return mentions;
    }

    private static Cover cover(Map<Field, Cover> covers, Field field) {
        Cover cover = covers.get(field);
        return cover == null ? new Cover(0) : cover;
    }

    private static @Nullable LocalDate day(Document document) {
        Instant published = document.published();
        return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
    }

    private static Mention mention(FieldText text, Found found) {
        return mention(text, found, null);
    }

    /** A mention, put where another place is if it is a place that itself is not known. */
    private static Mention mention(FieldText text, Found found, @Nullable Entity beside) {
        int start = text.tokens().start(found.first());
        int end = text.tokens().end(found.end() - 1);
        Entity entity = found.entity();
        String words = text.tokens().text().substring(start, end);
        Entity there = entity == null ? beside : entity;
        return new Mention(
                text.field(),
                start,
                end,
                words,
                found.type(),
                entity == null ? null : entity.id(),
                entity != null
                        ? entity.name()
                        : found.transliterated() ? Romanization.latin(words, text.language()) : null,
                found.confidence(),
                found.alias(),
                found.rule(),
                found.is(MentionKind.ACTOR) ? null : entity == null ? Vicinity.location(beside) : entity.location(),
                there == null ? null : there.country(),
                found.alternatives(),
                context(found, beside),
                found.transliterated());
    }

    /** What decided, and what the gazetteer notes of the place: that it is disputed, say. */
    private static @Nullable String context(Found found, @Nullable Entity beside) {
        if (beside != null) {
            return "put where " + beside.name() + " is, the closest place named";
        }
        Entity entity = found.entity();
        String note = entity == null || found.is(MentionKind.ACTOR) ? null : entity.note();
        String context = found.context();
        if (note == null) {
            return context;
        }
        return context == null ? note : context + "; " + note;
    }
}
