package io.vedette.alerts.brief;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of a brief that are the same in every form of it; what comes from articles is as it is there. */
final class Wording {

    static final String NO_PLACE = "Without a place";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Brief brief;

    Wording(Brief brief) {
        this.brief = brief;
    }

    /** With its day, unless that is the one on which the brief begins and ends. */
    String time(Instant at) {
        boolean oneDay = day(brief.from()).equals(day(brief.to())) && day(at).equals(day(brief.from()));
        return (oneDay ? TIME : DAY).format(at.atZone(ZoneOffset.UTC));
    }

    /** What it is made of and what is left out, in a few sentences. */
    List<String> summary() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                count(brief.alerts(), "alert") + " of " + count(brief.articles(), "article") + ". All times are UTC.");
        Brief.BriefLeftOut left = brief.leftOut();
        List<String> out = new ArrayList<>();
        if (left.background() > 0) {
            out.add(count(left.background(), "claim") + " of history");
        }
        if (left.weak() > 0) {
            out.add(count(left.weak(), "weak statement"));
        }
        if (left.further() > 0) {
            out.add(count(left.further(), "claim") + " of less weight");
        }
        if (left.dismissed() > 0) {
            out.add(count(left.dismissed(), "alert") + " that " + (left.dismissed() == 1 ? "was" : "were")
                    + " rejected or withdrawn");
        }
        if (!out.isEmpty()) {
            sentences.add("Left out: " + String.join(", ", out) + ".");
        }
        String stopped = brief.stopped();
        if (stopped != null) {
            sentences.add("Not complete: " + stopped + ".");
        }
        return sentences;
    }

    /** "air drone strike" for AIR_DRONE_STRIKE. */
    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /** The finer type where there is one. */
    static String what(BriefClaim claim) {
        return words(claim.subtype() == null ? claim.type() : claim.subtype());
    }

    static String texts(BriefClaim claim) {
        return claim.how().equals("ASSERTED") ? count(claim.independentTexts(), "independent text") : "";
    }

    /** Name and country of a place. */
    static String place(@Nullable String name, @Nullable String country) {
        return name == null ? NO_PLACE : country == null ? name : name + ", " + country;
    }

    /** What a link to an article says. */
    static String outlet(@Nullable String outlet) {
        return outlet == null || outlet.isBlank() ? "article" : outlet;
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Object day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
