package io.vedette.text.claim;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relates the claims of an article to each other: what a denial or an accusation is about, and which claims say the
 * opposite of one thing on the word of different sources.
 */
final class ClaimRelations {

    private static final Set<ClaimType> POINTING = EnumSet.of(ClaimType.DENIAL, ClaimType.ACCUSATION);

    /** What nobody denies, or is accused of: what somebody said or thinks. */
    private static final Set<ClaimType> TALK = EnumSet.of(
            ClaimType.DENIAL, ClaimType.ACCUSATION, ClaimType.STATEMENT, ClaimType.ASSESSMENT, ClaimType.CASUALTIES);

    /** How many claims back "denied the allegation" may point. */
    private static final int BACK = 6;

    /** How many claims are compared with each other; in longer articles only these before each. */
    private static final int COMPARED = 60;

    private ClaimRelations() {}

    /** The claims with their relations; indexes are those of the list. */
    static List<Claim> relate(List<Claim> claims, List<Mention> mentions) {
        List<List<ClaimKey>> keys = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            keys.add(ClaimKey.of(claim, mentions));
        }
        List<List<Integer>> conflicts = conflicts(claims, keys);
        List<Claim> related = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            Integer about = POINTING.contains(claims.get(i).type()) ? about(claims, i) : null;
            boolean alone = about == null && conflicts.get(i).isEmpty();
            related.add(alone ? claims.get(i) : claims.get(i).related(about, conflicts.get(i)));
        }
        return related;
    }

    private static @Nullable Integer about(List<Claim> claims, int index) {
        Integer inside = inSentence(claims, index);
        if (inside != null) {
            return inside;
        }
        for (int i = index - 1; i >= 0 && i >= index - BACK; i--) {
            Claim other = claims.get(i);
            boolean earlier = other.field() == claims.get(index).field()
                    && other.start() < claims.get(index).start();
            if (earlier && !TALK.contains(other.type())) {
                return i;
            }
        }
        return null;
    }

    /** The event nearest behind it in its sentence, within what is said where that is known. */
    private static @Nullable Integer inSentence(List<Claim> claims, int index) {
        Claim claim = claims.get(index);
        int from = position(claim);
        Integer best = null;
        int last = Math.min(claims.size() - 1, index + COMPARED);
        for (int i = Math.max(0, index - COMPARED); i <= last; i++) {
            Claim other = claims.get(i);
            boolean same = i != index && other.field() == claim.field() && other.start() == claim.start();
            Span content = claim.content();
            boolean inside = content == null
                    ? position(other) > from
                    : position(other) >= content.start() && position(other) < content.end();
            if (same && inside && !TALK.contains(other.type())) {
                best = best == null || distance(other, from) < distance(claims.get(best), from)
                        ? Integer.valueOf(i)
                        : best;
            }
        }
        return best;
    }

    private static int distance(Claim claim, int from) {
        return Math.abs(position(claim) - from);
    }

    private static int position(Claim claim) {
        Span span = claim.trigger() != null ? claim.trigger() : claim.cue();
        return span == null ? claim.start() : span.start();
    }

    private static List<List<Integer>> conflicts(List<Claim> claims, List<List<ClaimKey>> keys) {
        List<List<Integer>> conflicts = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            conflicts.add(List.of());
        }
        for (int i = 1; i < claims.size(); i++) {
            for (int j = Math.max(0, i - COMPARED); j < i; j++) {
                if (oppose(keys.get(i), keys.get(j)) && differentSources(claims.get(i), claims.get(j))) {
                    add(conflicts, i, j);
                    add(conflicts, j, i);
                }
            }
        }
        return conflicts;
    }

    private static void add(List<List<Integer>> conflicts, int index, int other) {
        List<Integer> known = conflicts.get(index);
        List<Integer> more = known.isEmpty() ? new ArrayList<>() : known;
        more.add(other);
        conflicts.set(index, more);
    }

    private static boolean oppose(List<ClaimKey> some, List<ClaimKey> others) {
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                if (some.get(i).opposes(others.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether they are told by two; the article itself is one of them where a claim names no source. */
    private static boolean differentSources(Claim one, Claim other) {
        if (one.sourceEntityId() != null && other.sourceEntityId() != null) {
            return !one.sourceEntityId().equals(other.sourceEntityId());
        }
        if (one.sourceMention() != null && other.sourceMention() != null) {
            return !Objects.equals(one.sourceMention(), other.sourceMention());
        }
        return !Objects.equals(one.source(), other.source());
    }
}
