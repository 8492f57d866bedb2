package io.vedette.alerts.brief;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the alerts of some hours tell.  All text is as articles have it: whoever puts it into a markup escapes it.
 *
 * @param title which hours it is about
 * @param from first moment
 * @param to first moment after
 * @param places what is confirmed, by place; the place with most to tell first, and last what names no place
 * @param conflicts where sources contradict each other, in order of time
 * @param unconfirmed what fewer than two independent texts tell, and what nobody asserts; places in the same order
 * @param others alerts of which nothing above tells, in order of time
 * @param alerts so many it was made of
 * @param articles so many they rest on
 * @param leftOut what is not told of
 * @param stopped why some is missing that was asked for; null if nothing is
 */
public record Brief(
        String title,
        Instant from,
        Instant to,
        List<BriefPlace> places,
        List<BriefConflict> conflicts,
        List<BriefClaim> unconfirmed,
        List<BriefAlert> others,
        int alerts,
        int articles,
        BriefLeftOut leftOut,
        @Nullable String stopped) {

    public Brief {
        places = List.copyOf(places);
        conflicts = List.copyOf(conflicts);
        unconfirmed = List.copyOf(unconfirmed);
        others = List.copyOf(others);
    }

    /**
     * What was left out, in numbers.
     *
     * @param background claims that are history, recap or anniversary
     * @param weak statements and assessments of little confidence
     * @param further claims that weigh less than those that are told
     * @param dismissed alerts that were rejected or withdrawn, unless they were asked for
     */
    public record BriefLeftOut(int background, int weak, int further, int dismissed) {}
}
