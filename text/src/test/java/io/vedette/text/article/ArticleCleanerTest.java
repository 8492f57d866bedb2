package io.vedette.text.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ArticleCleanerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ArticleCleaner CLEANER = new ArticleCleaner(ArticleCleaner.DEFAULT_TEXT_BYTES);

    @Test
    void takesAnArticleWithNothingButText() {
        CleanedArticle article = cleaned(RawArticle.ofText("Rain fell."));

        assertThat(article.text()).isEqualTo("Rain fell.");
        assertThat(article.id()).matches("[0-9a-f]{32}");
        assertThat(article.published()).isEqualTo(NOW);
        assertThat(article.marks()).containsExactly(ArticleMark.DATE_ASSUMED);
    }

    @Test
    void refusesAnArticleOfWhichNoTextIsLeft() {
        assertThat(CLEANER.clean(RawArticle.ofText(null), NOW)).isInstanceOf(Refusal.class);
        assertThat(CLEANER.clean(RawArticle.ofText(" \0\n\ud800 "), NOW))
                .isEqualTo(new Refusal(Refusal.Reason.EMPTY_TEXT, "text is empty: an article needs a text"));
    }

    @Test
    void takesOutWhatNoTextHas() {
        CleanedArticle article = cleaned(RawArticle.ofText("\ufeffA\0b\ud83dc\u0007 \ud83d\ude00\r\nd\ufffe"));

        assertThat(article.text()).isEqualTo("Abc \ud83d\ude00\nd");
        assertThat(article.marks()).contains(ArticleMark.CLEANED);
    }

    @Test
    void composesWithoutAMark() {
        CleanedArticle article = cleaned(RawArticle.ofText("Cafe\u0301\r\nZe\u0301ro"));

        assertThat(article.text()).isEqualTo("Café\nZéro");
        assertThat(article.marks()).containsExactly(ArticleMark.DATE_ASSUMED);
    }

    @Test
    void theIdOfATextDoesNotDependOnItsWhiteSpace() {
        String id =
                cleaned(RawArticle.ofText("Rain fell\n\n  on Київ – “again”.")).id();

        assertThat(cleaned(RawArticle.ofText("\tRain fell on\r\nКиїв \n – “again”. "))
                        .id())
                .isEqualTo(id);
        assertThat(cleaned(RawArticle.ofText("Rain fell onКиїв – “again”.")).id())
                .isNotEqualTo(id);
    }

    @Test
    void cutsAtTheBorderOfACodePoint() {
        CleanedArticle article =
                (CleanedArticle) new ArticleCleaner(6).clean(RawArticle.ofText("abc\ud83d\ude00d"), NOW);

        assertThat(article.text()).isEqualTo("abc");
        assertThat(article.marks()).contains(ArticleMark.TRUNCATED);
    }

    @Test
    void tenMegabytesOfCombiningMarksTakeNoTime() {
        long start = System.nanoTime();
        CleanedArticle article = cleaned(RawArticle.ofText("a" + "\u0316\u0301".repeat(2_500_000)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(article.marks()).contains(ArticleMark.TRUNCATED, ArticleMark.CLEANED);
    }

    @Test
    void tenMegabytesAreCut() {
        CleanedArticle article = cleaned(RawArticle.ofText("Ж".repeat(5_000_000)));

        assertThat(article.text().getBytes(UTF_8)).hasSize(256 * 1024);
    }

    @Test
    void setsADateAheadToItsAcceptance() {
        CleanedArticle article = cleaned(dated(Instant.parse("2099-01-01T00:00:00Z"), Set.of()));

        assertThat(article.published()).isEqualTo(NOW);
        assertThat(article.marks()).containsExactly(ArticleMark.DATE_CLAMPED);
    }

    @Test
    void anUnreadableDateIsNone() {
        CleanedArticle article = cleaned(dated(null, Set.of(ArticleMark.DATE_UNREADABLE)));

        assertThat(article.published()).isNull();
        assertThat(article.marks()).containsExactly(ArticleMark.DATE_UNREADABLE);
    }

    @Test
    void addressesThatDifferInTrackingOnlyGiveOneId() {
        CleanedArticle one = cleaned(at("https://Example.com/a?utm_source=x#top", "One text."));
        CleanedArticle other = cleaned(at("https://example.com/a", "Another text."));

        assertThat(one.url()).isEqualTo("https://example.com/a");
        assertThat(one.id()).isEqualTo(other.id());
    }

    @Test
    void withoutAnAddressWhiteSpaceDoesNotMatterForTheId() {
        assertThat(cleaned(at("not an address", "One  text.\n")).id())
                .isEqualTo(cleaned(at(null, "One text.")).id());
        assertThat(cleaned(at(null, "One text.")).id())
                .isNotEqualTo(cleaned(at(null, "Other text.")).id());
    }

    @Test
    void tidiesTheOtherFields() {
        CleanedArticle article = cleaned(new RawArticle(
                "Text.",
                " 7\n",
                " A \n headline ",
                null,
                "",
                "\0",
                "EN_us",
                NOW.minusSeconds(1),
                null,
                null,
                Set.of()));

        assertThat(article.givenId()).isEqualTo("7");
        assertThat(article.title()).isEqualTo("A headline");
        assertThat(article.source()).isNull();
        assertThat(article.author()).isNull();
        assertThat(article.language()).isEqualTo("en-US");
    }

    @Property(tries = 1000)
    void cleaningTwiceIsCleaningOnce(
            @ForAll @StringLength(max = 80) String text, @ForAll @StringLength(max = 40) String other) {
        RawArticle raw = new RawArticle(text, other, other, other, other, other, other, NOW, null, NOW, Set.of());
        if (new ArticleCleaner(40).clean(raw, NOW) instanceof CleanedArticle once) {
            RawArticle again = new RawArticle(
                    once.text(),
                    once.givenId(),
                    once.title(),
                    once.url(),
                    once.source(),
                    once.author(),
                    once.language(),
                    once.published(),
                    once.fetched(),
                    once.embargoUntil(),
                    once.marks());
            assertThat(new ArticleCleaner(40).clean(again, NOW.plusSeconds(60))).isEqualTo(once);
            assertThat(once.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(40);
        }
    }

    private static RawArticle dated(@Nullable Instant published, Set<ArticleMark> marks) {
        return new RawArticle("Text.", null, null, null, null, null, null, published, null, null, marks);
    }

    private static RawArticle at(@Nullable String url, String text) {
        return new RawArticle(text, null, null, url, null, null, null, null, null, null, Set.of());
    }

    private static CleanedArticle cleaned(RawArticle raw) {
        return (CleanedArticle) CLEANER.clean(raw, NOW);
    }
}
