package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aNightThatBeginsOnAQuietDayEndsOnTheNext() {
        QuietTimes saturdays =
                new QuietTimes(ZoneId.of("UTC"), LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(DayOfWeek.SATURDAY));

        assertThat(saturdays.endOf(at("2022-09-17T21:59:59Z"))).isNull();
        assertThat(saturdays.endOf(at("2022-09-17T22:00:00Z"))).isEqualTo(at("2022-09-18T06:00:00Z"));
        assertThat(saturdays.endOf(at("2022-09-18T05:59:59Z"))).isEqualTo(at("2022-09-18T06:00:00Z"));
        assertThat(saturdays.endOf(at("2022-09-18T06:00:00Z"))).isNull();
        assertThat(saturdays.endOf(at("2022-09-18T23:00:00Z"))).isNull();
    }

    @Test
    void theHoursMoveWithTheClockOfThePlace() {
        QuietTimes nights = nights();

        assertThat(nights.endOf(at("2022-10-29T22:30:00Z"))).isEqualTo(at("2022-10-30T05:00:00Z"));
        assertThat(nights.endOf(at("2022-03-26T22:30:00Z"))).isEqualTo(at("2022-03-27T04:00:00Z"));
    }

    @Test
    void theSameTimeTwiceIsAWholeDay() {
        QuietTimes always = new QuietTimes(
                ZoneId.of("UTC"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class));

        assertThat(always.endOf(at("2022-09-17T13:00:00Z"))).isEqualTo(at("2022-09-18T00:00:00Z"));
    }

    @Test
    void aDigestEverySoOftenFallsOnTheSameMomentsWheneverItIsAsked() {
        DigestTimes sixHours = DigestTimes.every(Duration.ofHours(6));

        assertThat(sixHours.after(at("2022-09-17T06:00:00Z"))).isEqualTo(at("2022-09-17T12:00:00Z"));
        assertThat(sixHours.after(at("2022-09-17T11:59:59Z"))).isEqualTo(at("2022-09-17T12:00:00Z"));
    }

    @Test
    void aDigestAtATimeOfDayMovesWithTheClockOfThePlace() {
        DigestTimes mornings = new DigestTimes(null, LocalTime.of(7, 0), BERLIN);

        assertThat(mornings.after(at("2022-10-29T06:00:00Z"))).isEqualTo(at("2022-10-30T06:00:00Z"));
        assertThat(mornings.after(at("2022-10-29T04:00:00Z"))).isEqualTo(at("2022-10-29T05:00:00Z"));
    }

    private static QuietTimes nights() {
        return new QuietTimes(BERLIN, LocalTime.of(22, 0), LocalTime.of(6, 0), EnumSet.allOf(DayOfWeek.class));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
