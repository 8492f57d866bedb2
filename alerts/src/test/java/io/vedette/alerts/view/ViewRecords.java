package io.vedette.alerts.view;

import io.vedette.alerts.SomeEntities;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Mention;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Story;
import io.vedette.schemas.TrustedRecords;
import java.time.Instant;
import java.util.List;

/** Records to fill a view with. */
public final class ViewRecords {

    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    public static final String MELITOPOL = SomeEntities.MELITOPOL;
    public static final String GUARDS = SomeEntities.GUARDS;

    private static final String TEXT = "The 1st Guards Tank Army withdrew from Melitopol, officials said.";

    static {
        TrustedRecords.trust();
    }

    private ViewRecords() {}

    /** Article {@code number}, accepted so many minutes after {@link #START}; it claims a withdrawal from Melitopol. */
    public static EnrichedArticle article(int number) {
        return article("a" + number, number, "Withdrawal " + number, TEXT);
    }

    public static EnrichedArticle article(String id, int minutes, String title, String text) {
        Mention army = Mention.newBuilder()
                .setKind("ACTOR")
                .setType("MILITARY_UNIT")
                .setStart(4)
                .setEnd(24)
                .setText("1st Guards Tank Army")
                .setEntityId(GUARDS)
                .setName("1st Guards Tank Army")
                .setCountry("RU")
                .build();
        Mention town = Mention.newBuilder()
                .setKind("PLACE")
                .setType("SETTLEMENT")
                .setStart(39)
                .setEnd(48)
                .setText("Melitopol")
                .setEntityId(MELITOPOL)
                .setName("Melitopol")
                .setLatitude(46.84891)
                .setLongitude(35.36533)
                .setCountry("UA")
                .build();
        Claim withdrawal = Claim.newBuilder()
                .setStart(0)
                .setEnd(Math.min(text.length(), TEXT.length()))
                .setType("WITHDRAWAL")
                .setPlover("RETREAT")
                .setCameo("087")
                .setAcled("Non-violent transfer of territory")
                .setActors(List.of(0))
                .setPlaces(List.of(1))
                .setConfidence(0.9)
                .build();
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setTitle(title)
                        .setText(text)
                        .setUrl("https://www.news.example.org/" + id)
                        .setSource("Example News")
                        .setOrigin(Origin.newBuilder().setSourceId("example").build())
                        .build())
                .setAcceptedAt(START.plusSeconds(60L * minutes))
                .setLanguage("en")
                .setMentions(List.of(army, town))
                .setClaims(List.of(withdrawal))
                .build();
    }

    public static Alert alert(String id, String watch, String article) {
        return Alert.newBuilder()
                .setId(id)
                .setWatchId(watch)
                .setWatchTitle(watch)
                .setQuery("place:Melitopol")
                .setSeverity("WARNING")
                .setKind("FIRST")
                .setArticleId(article)
                .setStoryId("story-of-" + article)
                .setTitle("Withdrawal")
                .setClauses(List.of(MatchedClause.newBuilder()
                        .setClause("place:Melitopol")
                        .setStart(39)
                        .setEnd(48)
                        .setWords("Melitopol")
                        .setEntityId(MELITOPOL)
                        .build()))
                .build();
    }

    public static Story story(String article) {
        return Story.newBuilder()
                .setArticleId(article)
                .setStoryId("story-of-" + article)
                .build();
    }

    public static AlertState state(String alert, String status) {
        return AlertState.newBuilder()
                .setAlertId(alert)
                .setStatus(status)
                .setWho("ana")
                .build();
    }
}
