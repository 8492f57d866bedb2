package io.vedette.text.watch.query;

import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query's names stand for.  Names are compared without regard to case, diacritics and spacing, in any script.
 * Implementations are immutable, or at least safe to use from many threads at once, and never fail whatever they are asked.
 */
public interface Entities {

    /** The ids of all actors that have this name among their aliases; empty when there is none. */
    Set<String> actors(String name);

    /** The ids of all places that have this name among their aliases; empty when there is none. */
    Set<String> places(String name);

    /** What the actor or place of that id is; null where nothing is known of it. */
    default @Nullable Described describe(String id) {
        return null;
    }

    /**
     * Actors or places one of whose names begins so, each once, the best known first.
     *
     * @param kind which of the two
     * @param limit how many at most
     */
    default List<Completion> completions(MentionKind kind, String beginning, int limit) {
        return List.of();
    }

    /** Where a place is; null where that is not known. */
    default @Nullable Location location(String placeId) {
        return null;
    }

    /** Names of the areas that hold a place, the nearest first, separated by commas; empty where none are known. */
    default String whereabouts(String id) {
        return "";
    }

    /**
     * The ids of every area that a place lies in: its district, province and country, a region that spans several.
     *
     * @param placeId a place's id, known or not
     * @return never empty: the place itself is among them, also when nothing is known of it
     */
    Set<String> areas(String placeId);

    /** Whether a place is that area or lies inside it. */
    default boolean within(String placeId, String areaId) {
        return areas(placeId).contains(areaId);
    }

    /**
     * Names that somebody who wrote this one may have meant, the likeliest first.
     *
     * @param kind whether an actor or a place is wanted
     * @param limit how many at most
     */
    List<String> suggestions(MentionKind kind, String name, int limit);
}
