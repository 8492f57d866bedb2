package io.vedette.alerts.brief;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Article;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Origin;
import io.vedette.schemas.TrustedRecords;
import io.vedette.seeds.Seeds;
import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.claim.ClaimTagger;
import io.vedette.text.language.TokenizedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A morning of the news: articles whose claims are found as enrichment finds them, and alerts of a few stories. */
final class Wire {

    static final Instant FROM = Instant.parse("2026-11-23T06:00:00Z");
    static final Instant TO = Instant.parse("2026-11-23T18:00:00Z");

    private static final ClaimTagger TAGGER = new ClaimTagger(ClaimLexicon.read(name -> Seeds.open("claims/" + name)));

    private static final List<Named> NAMES = List.of(
            new Named("Kherson", MentionType.SETTLEMENT, "geo-706448", "UA"),
            new Named("Antonivka", MentionType.SETTLEMENT, "geo-713001", "UA"),
            new Named("Ukraine", MentionType.COUNTRY, "geo-690791", "UA"),
            new Named("Oleksandr Prokudin", MentionType.PERSON, "person-prokudin", "UA"),
            new Named("Igor Konashenkov", MentionType.PERSON, "person-konashenkov", "RU"),
            new Named("Russian forces", MentionType.ARMED_FORCE, "force-ru", "RU"),
            new Named("Kremlin", MentionType.GOVERNMENT, "gov-ru", "RU"));

    private final List<AlertHit> alerts = new ArrayList<>();
    private final Map<String, ArticleHit> articles = new HashMap<>();

    static {
        TrustedRecords.trust();
    }

    private record Named(String name, MentionType type, String id, String country) {}

    /** An article that was accepted at that time of the day, published a minute before. */
    Wire article(String id, String outlet, String time, String title, String text) {
        return article(id, outlet, time, title, text, null);
    }

    Wire article(String id, String outlet, String time, String title, String text, Origin origin) {
        Instant accepted = Instant.parse("2026-11-23T" + time + ":00Z");
        Article article = Article.newBuilder()
                .setId(id)
                .setTitle(title)
                .setText(text)
                .setSource(outlet)
                .setUrl("https://" + id + ".example.org/story?a=1&b=2")
                .setPublishedAt(accepted.minusSeconds(60))
                .setOrigin(origin)
                .build();
        Document document = AnnotationMapper.document(article);
        List<Mention> mentions = new ArrayList<>();
        mentions.addAll(mentions(title, Field.TITLE));
        mentions.addAll(mentions(text, Field.BODY));
        Annotations found =
                new Annotations("en", mentions, TAGGER.tag(TokenizedDocument.of(document), List.copyOf(mentions)));
        EnrichedArticle enriched = AnnotationMapper.enriched(article, found);
        ArticleHistory history = ArticleHistory.newBuilder().setArticleId(id).build();
        articles.put(id, new ArticleHit(enriched, accepted, true, history));
        return this;
    }

    /** The first alert of a story, raised by the first of these articles, and matched by all of them. */
    Wire alert(String id, String story, String... matched) {
        ArticleHit article = articles.get(matched[0]);
        Article shown = article.enriched().getArticle();
        Alert alert = Alert.newBuilder()
                .setId(id)
                .setWatchId("south")
                .setWatchTitle("The south")
                .setStoryId(story)
                .setArticleId(matched[0])
                .setTitle(shown.getTitle())
                .setHeadline(shown.getTitle())
                .setUrl(shown.getUrl())
                .setSource(shown.getSource())
                .build();
        AlertState state = AlertState.newBuilder()
                .setAlertId(id)
                .setMatched(List.of(matched))
                .build();
        return alert(new AlertHit(alert, article.acceptedAt(), state));
    }

    Wire alert(AlertHit hit) {
        alerts.add(hit);
        return this;
    }

    Material material() {
        return material(300);
    }

    Material material(int claims) {
        return new Material(FROM, TO, alerts, articles, 0, null, claims, Disclosure.DEFAULT);
    }

    Brief brief() {
        return BriefMaker.of(material());
    }

    private static List<Mention> mentions(String text, Field field) {
        List<Mention> found = new ArrayList<>();
        for (Named named : NAMES) {
            for (int at = text.indexOf(named.name()); at >= 0; at = text.indexOf(named.name(), at + 1)) {
                boolean isPlace = named.type().kind() == MentionKind.PLACE;
                found.add(new Mention(
                        field,
                        at,
                        at + named.name().length(),
                        named.name(),
                        named.type(),
                        named.id(),
                        named.name(),
                        0.9,
                        named.name(),
                        "exact",
                        isPlace ? new Location(46.6, 32.6, null, named.country()) : null,
                        named.country()));
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }
}
