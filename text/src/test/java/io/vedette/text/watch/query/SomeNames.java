package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few actors and places, some of the same name. */
final class SomeNames implements Entities {

    static final Entities NAMES = new SomeNames();

    private static final Map<String, Described> KNOWN = Map.ofEntries(
            known("UA.gs", "General Staff of Ukraine", MentionType.ARMED_FORCE, "UA", 0),
            known("RU.mil", "Russian Army", MentionType.ARMED_FORCE, "RU", 0),
            known("unit-1gta", "1st Guards Tank Army", MentionType.MILITARY_UNIT, "RU", 0),
            known("person-putin", "Vladimir Putin", MentionType.PERSON, "RU", 0),
            known("p-black", "Black", MentionType.PERSON, "GB", 0),
            known("p-black-2", "Black", MentionType.PERSON, "US", 0),
            known("country:UA", "Ukraine", MentionType.COUNTRY, "UA", 44_000_000),
            known("a-kherson", "Kherson Oblast", MentionType.REGION, "UA", 1_000_000),
            known("s-kherson", "Kherson", MentionType.SETTLEMENT, "UA", 320_000),
            known("s-kupiansk", "Kupiansk", MentionType.SETTLEMENT, "UA", 30_000),
            known("s-melitopol", "Melitopol", MentionType.SETTLEMENT, "UA", 150_000),
            known("s-moscow", "Moscow", MentionType.SETTLEMENT, "RU", 10_000_000),
            known("s-moscow-2", "Moscow", MentionType.SETTLEMENT, "US", 25_000),
            known("s-newport", "Newport", MentionType.SETTLEMENT, "GB", 128_000),
            known("s-newport-2", "Newport", MentionType.SETTLEMENT, "US", 45_000));

    private static final Map<String, Set<String>> ACTORS = Map.of(
            "general staff of ukraine", Set.of("UA.gs"),
            "russian army", Set.of("RU.mil"),
            "1st guards tank army", Set.of("unit-1gta"),
            "putin", Set.of("person-putin"),
            "black", Set.of("p-black", "p-black-2"));

    private static final Map<String, Set<String>> PLACES = Map.of(
            "ukraine", Set.of("country:UA"),
            "kherson", Set.of("s-kherson", "a-kherson"),
            "kupiansk", Set.of("s-kupiansk"),
            "melitopol", Set.of("s-melitopol"),
            "moscow", Set.of("s-moscow-2", "s-moscow"),
            "newport", Set.of("s-newport", "s-newport-2"));

    private static final Map<String, Set<String>> AREAS = Map.of(
            "s-kherson", Set.of("s-kherson", "a-kherson", "country:UA"),
            "a-kherson", Set.of("a-kherson", "country:UA"));

    private static final Map<String, String> WHEREABOUTS = Map.of(
            "a-kherson", "Ukraine",
            "s-kherson", "Kherson Oblast, Ukraine",
            "s-kupiansk", "Kharkiv Oblast, Ukraine",
            "s-melitopol", "Zaporizhzhia Oblast, Ukraine",
            "s-moscow", "Russia",
            "s-moscow-2", "Idaho, United States",
            "s-newport", "Wales, United Kingdom",
            "s-newport-2", "Rhode Island, United States");

    private static Map.Entry<String, Described> known(
            String id, String name, MentionType type, String country, double weight) {
        return Map.entry(id, new Described(id, name, type, country, weight));
    }

    @Override
    public Set<String> actors(String name) {
        return ACTORS.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
    }

    @Override
    public Set<String> places(String name) {
        return PLACES.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
    }

    @Override
    public @Nullable Described describe(String id) {
        return KNOWN.get(id);
    }

    @Override
    public String whereabouts(String id) {
        return WHEREABOUTS.getOrDefault(id, "");
    }

    @Override
    public Set<String> areas(String placeId) {
        return AREAS.getOrDefault(placeId, Set.of(placeId));
    }

    @Override
    public List<String> suggestions(MentionKind kind, String name, int limit) {
        return List.of();
    }
}
