package io.vedette.text.claim;

import io.vedette.text.ClaimType;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.claim.Numbers.Found;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the numbers of a sentence count, and to which events they may belong. */
final class QuantityFinder {

    /** A quantity and its first token. */
    record Placed(Quantity quantity, int token) {}

    private static final int AHEAD = 5;

    private static final Set<ClaimType> VIOLENT = EnumSet.of(
            ClaimType.ARMED_CLASH,
            ClaimType.AIR_DRONE_STRIKE,
            ClaimType.SHELLING_MISSILE,
            ClaimType.BOMBING,
            ClaimType.VIOLENCE_AGAINST_CIVILIANS,
            ClaimType.TERRITORY_CONTROL,
            ClaimType.CASUALTIES,
            ClaimType.PROTEST_UNREST,
            ClaimType.INTERCEPTION,
            ClaimType.CAPABILITY_LOSS,
            ClaimType.LEADERSHIP_CHANGE,
            ClaimType.INFRASTRUCTURE_DAMAGE);

    private final Map<Integer, CountedWord> words;
    private final FieldTokens tokens;
    private final Numbers numbers;

    QuantityFinder(Map<Integer, CountedWord> words, FieldTokens tokens) {
        this.words = words;
        this.tokens = tokens;
        this.numbers = new Numbers(tokens);
    }

    /** The quantities between two tokens, in order. */
    List<Placed> find(int from, int to) {
        List<Placed> found = List.of();
        for (int i = from; i < to; i++) {
            Found number = tokens.isNumber(i) || tokens.is(i, "a") ? numbers.at(i, from, to) : null;
            Placed placed = number == null ? null : placed(number, from, to);
            if (placed != null) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(placed);
            }
            i = number == null ? i : Math.max(i, number.end() - 1);
        }
        return found;
    }

    private @Nullable Placed placed(Found number, int from, int to) {
        CountedWord before = number.start() > from ? word(number.start() - 1) : null;
        if (before != null && before.kind() == QuantityKind.MONEY) {
            return placed(number, before, number.start() - 1, number.end());
        }
        CountedWord money = number.end() < to ? word(number.end()) : null;
        if (money != null && money.kind() == QuantityKind.MONEY) {
            return placed(number, money, number.start(), number.end() + 1);
        }
        int end = number.end();
        CountedWord crowd = null;
        for (int i = end; i < to && i < end + AHEAD && !tokens.isBreak(i) && !tokens.is(i, "and"); i++) {
            CountedWord word = word(i);
            if (word == null || word.kind() == QuantityKind.MONEY) {
                continue;
            }
            boolean things = word.kind() == QuantityKind.THINGS && i <= end + 2;
            if (things || word.kind() == QuantityKind.PARTICIPANTS && crowd == null) {
                crowd = word;
                if (things) {
                    return placed(number, word, number.start(), i + 1);
                }
            } else if (word.kind() != QuantityKind.THINGS
                    && word.kind() != QuantityKind.PARTICIPANTS
                    && isVerbal(before)) {
                return placed(number, word, number.start(), end);
            }
        }
        CountedWord counted = before != null && before.kind() != QuantityKind.THINGS ? before : crowd;
        return counted == null ? null : placed(number, counted, number.start(), end);
    }

    /** Whether nothing right before the number counts it already. */
    private static boolean isVerbal(@Nullable CountedWord before) {
        return before == null || before.kind() == QuantityKind.THINGS || before.kind() == QuantityKind.PARTICIPANTS;
    }

    private Placed placed(Found number, CountedWord word, int start, int end) {
        Quantity quantity =
                new Quantity(word.kind(), number.low(), number.high(), word.unit(), tokens.span(start, end));
        return new Placed(quantity, start);
    }

    private @Nullable CountedWord word(int i) {
        int id = tokens.id(i);
        return id == WordIds.UNKNOWN ? null : words.get(id);
    }

    /** Whether such a number says something about such an event. */
    static boolean suits(QuantityKind kind, ClaimType type) {
        return switch (kind) {
            case KILLED, WOUNDED, CASUALTIES, MISSING -> VIOLENT.contains(type);
            case CAPTURED ->
                VIOLENT.contains(type) || type == ClaimType.WITHDRAWAL || type == ClaimType.CEASEFIRE_RELEASE;
            case DETAINED ->
                type == ClaimType.ARREST_LEGAL
                        || type == ClaimType.VIOLENCE_AGAINST_CIVILIANS
                        || type == ClaimType.PROTEST_UNREST;
            case RELEASED -> type == ClaimType.CEASEFIRE_RELEASE;
            case DISPLACED -> type == ClaimType.DISPLACEMENT || type == ClaimType.ARREST_LEGAL;
            case PARTICIPANTS ->
                type == ClaimType.PROTEST_UNREST || type == ClaimType.FORCE_MOVEMENT || type == ClaimType.WITHDRAWAL;
            case THINGS -> VIOLENT.contains(type) || MATERIAL.contains(type);
            case MONEY -> MONETARY.contains(type);
        };
    }

    private static final Set<ClaimType> MATERIAL = EnumSet.of(
            ClaimType.FORCE_MOVEMENT, ClaimType.AID_ARMS, ClaimType.SANCTIONS, ClaimType.WITHDRAWAL, ClaimType.THREAT);

    private static final Set<ClaimType> MONETARY = EnumSet.of(
            ClaimType.AID_ARMS,
            ClaimType.AGREEMENT_SUPPORT,
            ClaimType.SANCTIONS,
            ClaimType.INTERFERENCE,
            ClaimType.INFRASTRUCTURE_DAMAGE,
            ClaimType.ARREST_LEGAL,
            ClaimType.CAPABILITY_LOSS);
}
