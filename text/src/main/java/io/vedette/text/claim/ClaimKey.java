package io.vedette.text.claim;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Mention;
import io.vedette.text.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a claim is about and which way it goes, small enough to be kept for days: two sources contradict each other where
 * one says that a town was captured and the other that it was held, or where one denies what the other asserts.
 *
 * <p>Use {@link #of} on a claim and its article's mentions for its keys, {@link #opposes} to compare two of them, and
 * {@link #compact} and {@link #parse} to carry them in a record.  Whether the two claims come from different sources, and
 * from the same story, is for the caller to say: the key knows neither.
 *
 * @param family what kind of fact is in question
 * @param about the entity id of the place or actor to which it happens
 * @param holds whether the claim says that it is so
 */
public record ClaimKey(Family family, String about, boolean holds) {

    /** Kinds of fact that can be so or not so; types of claim that report the same kind share one. */
    public enum Family {
        /** A place changed hands. */
        CONTROL,
        ATTACK,
        CASUALTIES,
        LOSS,
        WITHDRAWAL,
        DEPLOYMENT,
        TRUCE,
        TALKS,
        AGREEMENT,
        PROTEST,
        ARREST,
        LEADERSHIP,
        INTERFERENCE
    }

    /** Subtypes that say the contrary of what their family says. */
    private static final Set<String> CONTRARY =
            Set.of("territory-held", "attack-repelled", "ceasefire-violation", "talks-halted", "ceasefire-ended");

    private static final char SEPARATOR = '|';

    /**
     * The keys of a claim, one for each place or, without places, for each target or actor that has an id; empty for
     * history, for what is only possible, future or conditional, and for types that nobody contradicts.
     *
     * @param mentions the article's mentions, into which the claim points
     */
    public static List<ClaimKey> of(Claim claim, List<Mention> mentions) {
        Family family = family(claim);
        boolean settled = claim.modality() == Modality.ASSERTED || claim.modality() == Modality.DENIED;
        if (family == null || claim.background() || !settled) {
            return List.of();
        }
        boolean contrary = claim.subtype() != null && CONTRARY.contains(claim.subtype());
        boolean holds = contrary == (claim.modality() == Modality.DENIED);
        List<ClaimKey> keys = new ArrayList<>();
        for (int index : subjects(claim)) {
            String id = mentions.get(index).entityId();
            ClaimKey key = id == null ? null : new ClaimKey(family, id, holds);
            if (key != null && !keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static List<Integer> subjects(Claim claim) {
        if (!claim.places().isEmpty()) {
            return claim.places();
        }
        return claim.targets().isEmpty() ? claim.actors() : claim.targets();
    }

    private static @Nullable Family family(Claim claim) {
        if ("attack-repelled".equals(claim.subtype())) {
            return Family.CONTROL;
        }
        if ("ceasefire-violation".equals(claim.subtype()) || "ceasefire-ended".equals(claim.subtype())) {
            return Family.TRUCE;
        }
        if ("talks-halted".equals(claim.subtype())) {
            return Family.TALKS;
        }
        return family(claim.type());
    }

    private static @Nullable Family family(ClaimType type) {
        return switch (type) {
            case TERRITORY_CONTROL -> Family.CONTROL;
            case ARMED_CLASH, AIR_DRONE_STRIKE, SHELLING_MISSILE, BOMBING, VIOLENCE_AGAINST_CIVILIANS -> Family.ATTACK;
            case CASUALTIES -> Family.CASUALTIES;
            case CAPABILITY_LOSS, INTERCEPTION, INFRASTRUCTURE_DAMAGE -> Family.LOSS;
            case WITHDRAWAL -> Family.WITHDRAWAL;
            case FORCE_MOVEMENT -> Family.DEPLOYMENT;
            case CEASEFIRE_RELEASE -> Family.TRUCE;
            case NEGOTIATION -> Family.TALKS;
            case AGREEMENT_SUPPORT -> Family.AGREEMENT;
            case PROTEST_UNREST -> Family.PROTEST;
            case ARREST_LEGAL -> Family.ARREST;
            case LEADERSHIP_CHANGE -> Family.LEADERSHIP;
            case INTERFERENCE -> Family.INTERFERENCE;
            case AID_ARMS, SANCTIONS, THREAT, DEMAND, ACCUSATION, DENIAL, DISPLACEMENT, ASSESSMENT, STATEMENT -> null;
        };
    }

    /** Whether the two say the opposite of one thing. */
    public boolean opposes(ClaimKey other) {
        return family == other.family && holds != other.holds && about.equals(other.about);
    }

    /** The key as a short text: {@code CONTROL|+|geo:703448}. */
    public String compact() {
        return family.name() + SEPARATOR + (holds ? '+' : '-') + SEPARATOR + about;
    }

    /**
     * Reads what {@link #compact} wrote; null for anything else, as a key of a later version may be.
     */
    public static @Nullable ClaimKey parse(String compact) {
        int first = compact.indexOf(SEPARATOR);
        int second = compact.indexOf(SEPARATOR, first + 1);
        if (first < 0 || second != first + 2) {
            return null;
        }
        for (Family family : Family.values()) {
            if (compact.startsWith(family.name()) && first == family.name().length()) {
                return new ClaimKey(family, compact.substring(second + 1), compact.charAt(first + 1) == '+');
            }
        }
        return null;
    }
}
