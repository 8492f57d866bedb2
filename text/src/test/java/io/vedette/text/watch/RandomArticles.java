package io.vedette.text.watch;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.Span;
import io.vedette.text.When;
import io.vedette.text.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Small articles of few words, so that what a query asks for is often there and often just missing.  Mentions and claims
 * stand anywhere, also across sentences and at no word at all: nothing that a tagger may ever do is beneath them.
 */
final class RandomArticles {

    static final List<String> WORDS = List.of(
            "tank",
            "tanks",
            "route",
            "routes",
            "Supply",
            "supplies",
            "army",
            "armies",
            "retreat",
            "retreating",
            "and",
            "1st",
            "US",
            "us",
            "Kyïv",
            "kyiv",
            "café",
            "10,000");
    static final List<ClaimType> CLAIMS =
            List.of(ClaimType.WITHDRAWAL, ClaimType.TERRITORY_CONTROL, ClaimType.SANCTIONS);
    static final Instant ACCEPTED = Instant.parse("2026-11-20T12:00:00Z");

    private static final List<String> SIGNS =
            List.of(" ", " ", " ", " ", ", ", "-", ". ", ".\n", "\n\n", " “", "” ", "… ");
    private static final List<String> ACTORS = List.of("person-putin", "org-nato", "unit-1gta", "unknown");
    private static final List<String> PLACES =
            List.of("p-melitopol", "p-kharkiv", "p-kharkiv-oblast", "p-crimea", "c-ru", "c-ua", "unknown");
    private static final List<MentionType> ACTOR_TYPES =
            List.of(MentionType.PERSON, MentionType.MILITARY_UNIT, MentionType.ORGANISATION);
    private static final List<MentionType> PLACE_TYPES =
            List.of(MentionType.SETTLEMENT, MentionType.COUNTRY, MentionType.DEMONYM);
    private static final List<String> COUNTRIES = List.of("UA", "RU", "US");
    private static final List<String> LANGUAGES = List.of("en", "en", "en", "en-GB", "de", "und");

    private final Random random;

    RandomArticles(Random random) {
        this.random = random;
    }

    NaiveArticle next() {
        String title = random.nextInt(4) == 0 ? null : text(4);
        Document document = new Document(title, text(24), null, null);
        List<Mention> mentions = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            mentions.add(mention(document));
        }
        mentions.sort(Comparator.comparing(Mention::field).thenComparing(Mention::start));
        List<Claim> claims = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            claims.add(claim(document, mentions));
        }
        return NaiveArticle.of(document, new Annotations(one(LANGUAGES), mentions, claims), provenance());
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(words + 1); i > 0; i--) {
            text.append(one(WORDS)).append(one(SIGNS));
        }
        return text.toString();
    }

    private Provenance provenance() {
        return new Provenance(
                maybe(one(List.of("Reuters", "The Kyiv Independent", "réuters"))),
                maybe(one(List.of("https://www.bbc.co.uk/news/1", "https://bbc.co.uk/", "https://notbbc.co.uk/x"))),
                maybe(ACCEPTED.minus(Duration.ofHours(random.nextInt(100)))),
                maybe(ACCEPTED));
    }

    private Mention mention(Document document) {
        Field field = random.nextInt(4) == 0 ? Field.TITLE : Field.BODY;
        Span span = words(document.text(field), 3);
        boolean actor = random.nextBoolean();
        MentionType type = one(actor ? ACTOR_TYPES : PLACE_TYPES);
        Location location =
                actor ? null : maybe(new Location(46 + random.nextInt(5), 34 + random.nextInt(5), null, null));
        return new Mention(
                field,
                span.start(),
                span.end(),
                document.text(field).substring(span.start(), span.end()),
                type,
                maybe(one(actor ? ACTORS : PLACES)),
                null,
                random.nextInt(11) / 10.0,
                null,
                "test",
                location,
                maybe(one(COUNTRIES)));
    }

    private Claim claim(Document document, List<Mention> mentions) {
        Field field = random.nextInt(4) == 0 ? Field.TITLE : Field.BODY;
        String text = document.text(field);
        Tokens tokens = Tokens.of(text);
        Span sentence = tokens.sentences() == 0 ? new Span(0, 0) : sentence(tokens);
        Span trigger = maybe(part(text, sentence));
        Span source = maybe(part(text, sentence));
        List<Integer> actors = some(mentions, MentionKind.ACTOR);
        LocalDate day = LocalDate.of(2026, 11, 13).plusDays(random.nextInt(8));
        return new Claim(
                field,
                sentence.start(),
                sentence.end(),
                one(CLAIMS),
                null,
                maybe(one(List.of("ASSAULT", "RETREAT"))),
                maybe(one(List.of("190", "195"))),
                null,
                one(List.of(Modality.values())),
                random.nextInt(4) == 0,
                maybe(new When(day, day.plusDays(random.nextInt(3)), "then")),
                0.9,
                trigger,
                source,
                null,
                source == null ? null : maybe(one(ACTORS)),
                null,
                null,
                actors,
                some(mentions, MentionKind.PLACE),
                "test",
                some(mentions, MentionKind.ACTOR),
                some(mentions, MentionKind.ACTOR),
                quantities(),
                null,
                List.of(),
                null);
    }

    private Span sentence(Tokens tokens) {
        int number = random.nextInt(tokens.sentences());
        int first = tokens.sentenceStart(number);
        int end = tokens.sentenceEnd(number);
        return new Span(tokens.start(first), tokens.end(end - 1));
    }

    private List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int low = random.nextInt(30);
            double high = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : low + random.nextInt(2) * 10.0;
            QuantityKind kind = one(
                    List.of(QuantityKind.KILLED, QuantityKind.WOUNDED, QuantityKind.CASUALTIES, QuantityKind.DETAINED));
            quantities.add(new Quantity(kind, low, high, null, new Span(0, 0)));
        }
        return quantities;
    }

    private List<Integer> some(List<Mention> mentions, MentionKind kind) {
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).kind() == kind && random.nextBoolean()) {
                some.add(i);
            }
        }
        return some;
    }

    /** A run of so many tokens at most; of none where the text has none. */
    private Span words(String text, int most) {
        Tokens tokens = Tokens.of(text);
        if (tokens.count() == 0) {
            return new Span(0, 0);
        }
        int first = random.nextInt(tokens.count());
        int last = Math.min(tokens.count() - 1, first + random.nextInt(most));
        return new Span(tokens.start(first), tokens.end(last));
    }

    private Span part(String text, Span sentence) {
        Span inside = words(text.substring(sentence.start(), sentence.end()), 2);
        return new Span(sentence.start() + inside.start(), sentence.start() + inside.end());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(5) == 0 ? null : value;
    }
}
