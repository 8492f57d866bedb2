package io.vedette.text.watch.query;

import io.vedette.text.ClaimType;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a field's colon where only so many things can: types, codes, countries, languages, hosts. */
final class ValueReader {

    private static final List<String> PLOVER = List.of(
            "AGREE",
            "CONSULT",
            "SUPPORT",
            "CONCEDE",
            "COOPERATE",
            "AID",
            "RETREAT",
            "REQUEST",
            "ACCUSE",
            "REJECT",
            "THREATEN",
            "PROTEST",
            "SANCTION",
            "MOBILIZE",
            "COERCE",
            "ASSAULT");

    /** ACLED's sub-event types, as its codebook spells them. */
    private static final List<String> ACLED = List.of(
            "Abduction/forced disappearance",
            "Agreement",
            "Air/drone strike",
            "Armed clash",
            "Arrests",
            "Attack",
            "Change to group/activity",
            "Chemical weapon",
            "Disrupted weapons use",
            "Excessive force against protesters",
            "Government regains territory",
            "Grenade",
            "Headquarters or base established",
            "Looting/property destruction",
            "Mob violence",
            "Non-state actor overtakes territory",
            "Non-violent transfer of territory",
            "Other",
            "Peaceful protest",
            "Protest with intervention",
            "Remote explosive/landmine/IED",
            "Sexual violence",
            "Shelling/artillery/missile attack",
            "Suicide bomb",
            "Violent demonstration");

    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern CAMEO = Pattern.compile("[0-9]{2,4}");
    private static final Pattern SUBTYPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> COUNTRIES = countries();

    private final Reading reading;
    private final Entities entities;

    ValueReader(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
    }

    private static Set<String> countries() {
        Set<String> codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.add("XK"); // Kosovo's, by common use
        return Set.copyOf(codes);
    }

    ClaimType claimType(Lexeme value, String text) {
        return one(value, text, "claim type", List.of(ClaimType.values()), ClaimType::name);
    }

    Modality modality(Lexeme value, String text) {
        return one(value, text, "modality", List.of(Modality.values()), Modality::name);
    }

    MentionType actorType(Lexeme value, String text) {
        List<MentionType> actors = Arrays.stream(MentionType.values())
                .filter(type -> type.kind() == MentionKind.ACTOR)
                .toList();
        return one(value, text, "type of actor", actors, MentionType::name);
    }

    String plover(Lexeme value, String text) {
        return one(value, text, "event type of PLOVER", PLOVER, Function.identity());
    }

    String acled(Lexeme value, String text) {
        return one(value, text, "sub-event type of ACLED", ACLED, Function.identity());
    }

    String cameo(Lexeme value, String text) {
        if (!CAMEO.matcher(text).matches()) {
            throw reading.error(value, "there is no CAMEO code " + text, "codes have two to four digits: 190");
        }
        return text;
    }

    String subtype(Lexeme value, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!SUBTYPE.matcher(lower).matches()) {
            throw reading.error(value, "there is no subtype " + text, "subtypes look like air-strike");
        }
        return lower;
    }

    boolean yes(Lexeme value, String text) {
        return one(value, text, "answer", List.of("yes", "no"), Function.identity())
                .equals("yes");
    }

    /** A code as it is, or the code of the country of that name. */
    String country(Lexeme value, String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(code)) {
            return code;
        }
        String named = countryNamed(text);
        if (named == null) {
            throw reading.error(
                    value, "there is no country " + text, "write two letters of ISO 3166, such as UA, or its name");
        }
        return named;
    }

    private @Nullable String countryNamed(String name) {
        for (String id : entities.places(name)) {
            Described place = entities.describe(id);
            if (place != null && place.type() == MentionType.COUNTRY && place.country() != null) {
                return place.country();
            }
        }
        return null;
    }

    /** What to write for an actor that is a country, or the other kind of name; null if it is neither. */
    @Nullable
    String elsewhere(MentionKind kind, String name) {
        String country = kind == MentionKind.ACTOR ? countryNamed(name) : null;
        if (country != null) {
            return "write actor.country:" + country + " for all actors of that state";
        }
        boolean place = kind == MentionKind.ACTOR && !entities.places(name).isEmpty();
        boolean actor = kind == MentionKind.PLACE && !entities.actors(name).isEmpty();
        return place
                ? "it is a place: place:\"" + name + "\""
                : actor ? "it is an actor: actor:\"" + name + "\"" : null;
    }

    String language(Lexeme value, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!LANGUAGE.matcher(lower).matches()) {
            throw reading.error(value, "there is no language " + text, "write two letters of ISO 639, such as uk");
        }
        return lower;
    }

    String domain(Lexeme value, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(lower).matches()) {
            throw reading.error(value, "there is no domain " + text, "write the host alone, such as example.org");
        }
        return lower;
    }

    private <T> T one(Lexeme value, String text, String sort, Collection<T> all, Function<T, String> name) {
        return all.stream()
                .filter(each -> name.apply(each).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> none(value, text, sort, all.stream().map(name).toList()));
    }

    private QueryException none(Lexeme value, String text, String sort, List<String> all) {
        String upper = text.toUpperCase(Locale.ROOT);
        String nearest = all.get(all.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf(Nearest.of(
                        upper,
                        all.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList())));
        String list = all.stream().collect(Collectors.joining(", "));
        return reading.error(value, "there is no " + sort + " " + text, "did you mean " + nearest + "? All: " + list);
    }
}
