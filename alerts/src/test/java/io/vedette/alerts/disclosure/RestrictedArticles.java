package io.vedette.alerts.disclosure;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Evidence;
import io.vedette.schemas.Mention;
import io.vedette.schemas.Origin;
import io.vedette.schemas.TrustedRecords;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.time.Instant;
import java.util.List;

/** An article whose source restricts what is told of its text, and the alert that comes of it. */
public final class RestrictedArticles {

    /** Words of the text before and behind those that match. */
    public static final String BEFORE = "Sapphire";

    public static final String BEHIND = "obsidian";
    public static final String MATCHED = "Melitopol";
    public static final String TITLE = "News of a town";
    public static final String URL = "https://news.example/town";
    public static final int SNIPPET = 40;

    /** Longer than what is shown of it, whichever side one looks at. */
    public static final String TEXT = BEFORE + " and amber and many other things were found by people who came to "
            + MATCHED + " on Monday to look for something else altogether, among them much " + BEHIND + ".";

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static {
        TrustedRecords.trust();
    }

    private RestrictedArticles() {}

    /** With a claim that is all of it, said by its first words. */
    public static EnrichedArticle article(TextDelivery delivery) {
        int start = TEXT.indexOf(MATCHED);
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId("a1")
                        .setTitle(TITLE)
                        .setText(TEXT)
                        .setUrl(URL)
                        .setOrigin(Origin.newBuilder()
                                .setSourceId("harbour")
                                .setTextDelivery(delivery.name())
                                .setEvidence(Evidence.newBuilder()
                                        .setFile("harbour-1.warc.gz")
                                        .setOffset(1_234)
                                        .setSha256("abcdef")
                                        .build())
                                .build())
                        .build())
                .setAcceptedAt(NOON)
                .setLanguage("en")
                .setMentions(List.of(Mention.newBuilder()
                        .setKind("PLACE")
                        .setType("SETTLEMENT")
                        .setStart(start)
                        .setEnd(start + MATCHED.length())
                        .setText(MATCHED)
                        .setEntityId(SomeEntities.MELITOPOL)
                        .setConfidence(0.9)
                        .build()))
                .setClaims(List.of(Claim.newBuilder()
                        .setStart(0)
                        .setEnd(TEXT.length())
                        .setType("WITHDRAWAL")
                        .setModality("ASSERTED")
                        .setSourceStart(0)
                        .setSourceEnd(BEFORE.length())
                        .setWhenWords("Monday")
                        .setPlaces(List.of(0))
                        .setConfidence(0.9)
                        .build()))
                .build();
    }

    /** The alert of a watch that asks for the place and the claim. */
    public static Alert alert(TextDelivery delivery) {
        QueryCompiler queries = new QueryCompiler(new SomeEntities());
        Watch watch = Watch.newBuilder()
                .setId("w")
                .setTitle("A watch")
                .setQuery("place:Melitopol AND claim:WITHDRAWAL AND title:town")
                .build();
        ArticleMatcher matcher = new ArticleMatcher(new SomeEntities(), new Disclosure(SNIPPET));
        return matcher.match(article(delivery), NOON, Watches.of(List.of(CompiledWatch.of(watch, queries))))
                .get(0);
    }
}
