package io.vedette.alerts.view;

import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Mention;
import io.vedette.schemas.Origin;
import io.vedette.text.watch.query.Entities;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** Everything that an article can be found by: its words, where it is from, who and where it is about, what it claims. */
final class ArticleTags {

    /** "Ukrainian" says who, not where; watches see it so too. */
    private static final String DEMONYM = "DEMONYM";

    private static final String PLACE = "PLACE";

    private final Entities entities;

    ArticleTags(Entities entities) {
        this.entities = entities;
    }

    void addTo(Document document, EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        addText(document, article.getTitle(), article.getText(), enriched.getLanguage());
        addOrigin(document, article.getSource(), article.getUrl(), enriched.getLanguage());
        Origin origin = article.getOrigin();
        if (origin != null) {
            ViewDocuments.add(document, ViewFields.SOURCE_ID, origin.getSourceId());
        }
        Once once = new Once(document);
        enriched.getMentions().forEach(mention -> addMention(once, mention));
        enriched.getClaims().forEach(claim -> addClaim(once, claim));
    }

    /** Of an article that is not known there is still what its alert says of it. */
    void addTo(Document document, Alert alert) {
        StringBuilder snippets = new StringBuilder();
        Once once = new Once(document);
        for (MatchedClause clause : alert.getClauses()) {
            snippets.append(clause.getSnippet()).append('\n');
            once.add(ViewFields.CLAIM, clause.getClaimType());
            once.add(ViewFields.MODALITY, clause.getModality());
        }
        String language = alert.getLanguage() == null ? "und" : alert.getLanguage();
        addText(document, alert.getTitle(), snippets.toString(), language);
        addOrigin(document, alert.getSource(), alert.getUrl(), language);
    }

    /** The host of an address, and every domain above it. */
    static Set<String> domains(@Nullable String url) {
        Set<String> domains = new HashSet<>();
        String host = host(url);
        for (int dot = host.length(); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
            if (dot < host.length()) {
                domains.add(host.substring(dot + 1));
            }
        }
        if (!host.isEmpty()) {
            domains.add(host);
        }
        return domains;
    }

    /** Whether it says where, and which place that is. */
    static boolean isPlace(Mention mention) {
        return mention.getKind().equals(PLACE) && !mention.getType().equals(DEMONYM) && mention.getEntityId() != null;
    }

    private static void addText(Document document, @Nullable String title, String body, String language) {
        if (title != null) {
            document.add(new TextField(ViewFields.TITLE, WordTokenizer.ofText(title, language)));
        }
        document.add(new TextField(ViewFields.BODY, WordTokenizer.ofText(body, language)));
    }

    private static void addOrigin(Document document, @Nullable String source, @Nullable String url, String language) {
        ViewDocuments.add(document, ViewFields.LANGUAGE, WordTokenizer.primary(language));
        if (source != null) {
            ViewDocuments.add(document, ViewFields.SOURCE, source.toLowerCase(Locale.ROOT));
        }
        domains(url).forEach(domain -> ViewDocuments.add(document, ViewFields.DOMAIN, domain));
    }

    private static String host(@Nullable String url) {
        if (url == null) {
            return "";
        }
        try {
            String host = URI.create(url).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (IllegalArgumentException e) {
            // an address that is none belongs to no domain
            return "";
        }
    }

    private void addMention(Once once, Mention mention) {
        once.add(ViewFields.COUNTRY, mention.getCountry());
        if (!mention.getKind().equals(PLACE)) {
            once.add(ViewFields.ACTOR, mention.getEntityId());
            return;
        }
        if (mention.getType().equals(DEMONYM)) {
            return;
        }
        String place = mention.getEntityId();
        if (place != null) {
            entities.areas(place).forEach(area -> once.add(ViewFields.PLACE, area));
        }
        once.addPoint(mention.getLatitude(), mention.getLongitude());
    }

    private static void addClaim(Once once, Claim claim) {
        once.add(ViewFields.CLAIM, claim.getType());
        once.add(ViewFields.SUBTYPE, claim.getSubtype());
        once.add(ViewFields.MODALITY, claim.getModality());
        once.add(ViewFields.PLOVER, claim.getPlover());
        once.add(ViewFields.CAMEO, claim.getCameo());
        once.add(ViewFields.ACLED, claim.getAcled());
    }

    /** Adds each value but once. */
    private static final class Once {

        private final Document document;
        private final Set<List<Object>> added = new HashSet<>();

        Once(Document document) {
            this.document = document;
        }

        void add(String field, @Nullable String value) {
            if (value != null && added.add(List.of(field, value))) {
                ViewDocuments.add(document, field, value);
            }
        }

        void addPoint(@Nullable Double latitude, @Nullable Double longitude) {
            if (latitude != null
                    && longitude != null
                    && Math.abs(latitude) <= 90
                    && Math.abs(longitude) <= 180
                    && added.add(List.of(latitude, longitude))) {
                document.add(new LatLonPoint(ViewFields.POINT, latitude, longitude));
            }
        }
    }
}
