package io.vedette.text.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryAssignerTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String WIRE =
            "Two trams collided in Linz on Monday morning and eleven passengers were taken to"
                    + " hospital, the city's transport company said. One driver had passed a red signal, its head Petra Moser told"
                    + " reporters. The line across the Danube bridge stays closed until the evening.";

    private final MemoryLog log = new MemoryLog();
    private StoryAssigner assigner = new StoryAssigner(StorySettings.DEFAULTS, log);
    private int count;

    @Test
    void severalReportsOfOneEventAreOneStory() {
        Assignment first = assign(WIRE);
        Assignment second = assign("Eleven people were injured when two trams crashed into each other in Linz."
                + " A driver ran a red signal, according to Petra Moser of the transport company.");

        assertThat(second.storyId()).isEqualTo(first.storyId());
        assertThat(second.copyOf()).isNull();
        assertThat(second.independentTexts()).isEqualTo(2);
        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
    }

    @Test
    void twoEventsOfOneSortAreTwoStories() {
        Assignment first =
                assign("An earthquake of magnitude 6.1 struck off Ambon in Indonesia on Friday, killing three"
                        + " people in the village of Tulehu, the disaster agency in Jakarta said.");
        Assignment second = assign("An earthquake of magnitude 5.4 shook Kerman in southern Iran on Sunday; two people"
                + " died in Ravar when a wall fell, the Red Crescent in Tehran said.");

        assertThat(second.storyId()).isNotEqualTo(first.storyId());
    }

    /** So that whoever tries it with two articles of their own sees two alerts. */
    @Test
    void aRareNameThatIsAllTheyShareMakesTwoArticlesNoStory() {
        Assignment convoy = assign("A convoy of forty lorries left Quillmere on Monday, two residents said.");
        Assignment hospital = assign("Supplies are short at the hospital of Quillmere, its director told reporters.");
        Assignment bakery = assign("Quillmere bakery wins prize");
        Assignment again = assign("Forty lorries have left Quillmere in a convoy, residents of the town say.");

        assertThat(List.of(convoy.storyId(), hospital.storyId(), bakery.storyId()))
                .doesNotHaveDuplicates();
        assertThat(again.storyId()).isEqualTo(convoy.storyId());
    }

    @Test
    void theSameNewsOfAnotherPersonIsAnotherStory() {
        assertThat(olavsStoryIsNoras(false)).isTrue();
        assertThat(olavsStoryIsNoras(true)).isFalse();
    }

    private static boolean olavsStoryIsNoras(boolean personsAreKnown) {
        StoryAssigner fresh = new StoryAssigner(StorySettings.DEFAULTS, new MemoryLog());
        Annotations none = new Annotations("en", List.of(), List.of());
        Annotations nora = personsAreKnown ? named("Nora Lund") : none;
        Annotations olav = personsAreKnown ? named("Olav Dahl") : none;
        Assignment first = fresh.assign(
                "a", of("Nora Lund was arrested in Bergen on suspicion of fraud, police said.", nora), NOON);
        fresh.assign("b", of("Nora Lund, head of the Harbour Union, was arrested in Bergen over fraud.", nora), NOON);
        Assignment other = fresh.assign(
                "c", of("Olav Dahl was arrested in Bergen on suspicion of tax evasion, police said.", olav), NOON);
        return other.storyId().equals(first.storyId());
    }

    private static Annotations named(String person) {
        Mention mention = new Mention(
                Field.BODY, 0, person.length(), person, MentionType.PERSON, null, person, 1, null, "test", null, null);
        return new Annotations("en", List.of(mention), List.of());
    }

    private static Fingerprint of(String text, Annotations annotations) {
        return Fingerprinter.of(Document.of(text), annotations, null, null);
    }

    @Test
    void aCopyIsToldWithWordsAddedAndLeftOut() {
        assign(WIRE);
        Assignment longer = assign("LINZ - " + WIRE + " Passengers on other lines have to reckon with delays.");
        Assignment shorter = assign(WIRE.substring(0, WIRE.indexOf(" The line across")));

        assertThat(longer.copyOf()).isEqualTo("article-0");
        assertThat(shorter.copyOf()).isEqualTo("article-0");
        assertThat(shorter.articles()).isEqualTo(3);
        assertThat(shorter.independentTexts()).isEqualTo(1);
    }

    @Test
    void outletsAreCountedOnce() {
        assign(WIRE, "a.example", NOON);
        assign(WIRE + " More follows.", "b.example", NOON);
        Assignment again = assign(WIRE + " Again.", "A.example", NOON);

        assertThat(again.outlets()).isEqualTo(2);
    }

    @Test
    void anArticleThatIsKnownGetsTheSameAnswerAndCountsNothing() {
        Fingerprint fingerprint = fingerprint(WIRE, null, null);
        Assignment first = assigner.assign("a", fingerprint, NOON);
        Assignment second = assigner.assign("a", fingerprint, NOON.plusSeconds(1));

        assertThat(second).isEqualTo(first);
        assertThat(assign(WIRE + " More.").articles()).isEqualTo(2);
    }

    @Test
    void aStoryEndsAWindowAfterItsLastArticle() {
        Assignment first = assign(WIRE, null, NOON);
        Assignment within = assign(WIRE + " a", null, NOON.plus(Duration.ofDays(7)));
        Assignment still = assign(WIRE + " b", null, NOON.plus(Duration.ofDays(14)));
        Assignment after =
                assign(WIRE + " c", null, NOON.plus(Duration.ofDays(21)).plusMillis(1));

        assertThat(List.of(within.storyId(), still.storyId())).containsOnly(first.storyId());
        assertThat(after.storyId()).isNotEqualTo(first.storyId());
        assertThat(assigner.stories()).isEqualTo(1);
    }

    @Test
    void articlesOfDifferentYearsAreDifferentStoriesThoughTheyCameTogether() {
        Instant published = Instant.parse("2019-05-01T00:00:00Z");
        Assignment old = assigner.assign("old", fingerprint(WIRE, null, published), NOON);
        Assignment fresh = assigner.assign("new", fingerprint(WIRE + " More.", null, NOON), NOON);

        assertThat(fresh.storyId()).isNotEqualTo(old.storyId());
    }

    @Test
    void noMoreStoriesAreRememberedThanSaid() {
        assigner = new StoryAssigner(new StorySettings(Duration.ofDays(7), 50, 100, 0.2, 0.7), log);
        for (int i = 0; i < 500; i++) {
            assign("Mayor Name" + i + " of Town" + i + " opened the bridge of Village" + i + " over River" + i);
        }

        assertThat(assigner.stories()).isLessThanOrEqualTo(51);
    }

    @Test
    void stateDoesNotGrowBeyondTheWindow() {
        assigner = new StoryAssigner(new StorySettings(HOUR, 1_000, 20, 0.2, 0.7), log);
        List<Integer> sizes = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            assign(madeUp(random), null, NOON.plus(Duration.ofMinutes(i)));
            sizes.add(log.size());
        }

        assertThat(sizes.get(999)).isLessThan(2 * sizes.get(120));
    }

    /** Stories end, give way to others, and terms leave the background, before and after each restart. */
    @Test
    void aRestartChangesNothing() {
        List<Fingerprint> articles = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 600; i++) {
            articles.add(fingerprint(madeUp(random), "outlet" + random.nextInt(9), null));
        }
        StorySettings small = new StorySettings(HOUR, 40, 100, 0.2, 0.7);
        List<Assignment> throughout = run(articles, new StoryAssigner(small, log), null, small);
        MemoryLog other = new MemoryLog();
        List<Assignment> restarted = run(articles, new StoryAssigner(small, other), other, small);

        assertThat(restarted).isEqualTo(throughout);
        assertThat(throughout.stream().filter(Assignment::first).count()).isBetween(60L, 400L);
    }

    private static List<Assignment> run(
            List<Fingerprint> articles, StoryAssigner first, MemoryLog restartFrom, StorySettings settings) {
        StoryAssigner running = first;
        List<Assignment> made = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            if (restartFrom != null && i % 7 == 3) {
                running = new StoryAssigner(settings, restartFrom);
            }
            made.add(running.assign("article-" + i, articles.get(i), NOON.plusSeconds(40L * i)));
        }
        return made;
    }

    @Test
    void whoSaysTheOppositeOfAnotherInTheStoryContradictsIt() {
        ClaimKey says = new ClaimKey("AIR_DRONE_STRIKE", 7, false, 1);
        ClaimKey denies = new ClaimKey("AIR_DRONE_STRIKE", 7, true, 2);
        ClaimKey elsewhere = new ClaimKey("AIR_DRONE_STRIKE", 8, true, 2);
        Fingerprint report = fingerprint(WIRE, null, null);

        assertThat(assigner.assign("a", with(report, says), NOON).contradictions())
                .isEmpty();
        assertThat(assigner.assign("b", with(report, elsewhere), NOON).contradictions())
                .isEmpty();
        assertThat(assigner.assign("c", with(report, denies), NOON).contradictions())
                .containsExactly(new Contradiction("a", "AIR_DRONE_STRIKE"));
    }

    @Test
    void whatSaysItselfThatItRepeatsAnotherIsNoIndependentText() {
        assigner.assign("a", fingerprint(WIRE, null, null), NOON);
        Fingerprint retold = fingerprint(
                "Eleven people were injured when two trams crashed into each other in Linz."
                        + " A driver ran a red signal, according to Petra Moser of the transport company.",
                null,
                null);

        Assignment forward = assigner.assign("b", retold.withForwardOf("elsewhere"), NOON);
        Assignment own = assigner.assign("c", retold, NOON);

        assertThat(forward.copyOf()).isEqualTo("elsewhere");
        assertThat(forward.independentTexts()).isEqualTo(1);
        assertThat(own.storyId()).isEqualTo(forward.storyId());
        assertThat(own.independentTexts()).isEqualTo(2);
    }

    @Test
    void aForwardThatBeginsAStoryHasAnOriginalSomewhere() {
        Fingerprint report = fingerprint(WIRE, null, null);

        assertThat(assigner.assign("a", report.withForwardOf("x"), NOON).independentTexts())
                .isEqualTo(1);
        assertThat(assigner.assign("b", report, NOON).independentTexts()).isEqualTo(1);
    }

    private static Fingerprint with(Fingerprint fingerprint, ClaimKey claim) {
        return new Fingerprint(
                fingerprint.terms(),
                fingerprint.weights(),
                fingerprint.kinds(),
                fingerprint.sketch(),
                0,
                null,
                List.of(claim));
    }

    /** Some of 60 events, each told in words of its own and in words of every event. */
    private static String madeUp(Random random) {
        int event = random.nextInt(60);
        StringBuilder text = new StringBuilder("A fire");
        for (int i = 0; i < 30; i++) {
            boolean own = random.nextInt(3) > 0;
            text.append(own ? " Name" + event + "x" + random.nextInt(8) : " word" + random.nextInt(200));
        }
        return text.toString();
    }

    private Assignment assign(String text) {
        return assign(text, null, NOON);
    }

    private Assignment assign(String text, String outlet, Instant acceptedAt) {
        return assigner.assign("article-" + count++, fingerprint(text, outlet, null), acceptedAt);
    }

    private static Fingerprint fingerprint(String text, String outlet, Instant published) {
        Document document = new Document(null, text, null, published);
        return Fingerprinter.of(document, new Annotations("en", List.of(), List.of()), outlet, null);
    }
}
