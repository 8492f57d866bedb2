package io.vedette.alerts.topology;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.disclosure.Snippets;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.alerts.overtime.Rule;
import io.vedette.alerts.signal.AlertId;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import io.vedette.text.article.ArticleMark;
import io.vedette.text.watch.ClauseMatch;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchMatch;
import io.vedette.text.watch.query.Entities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a tagged article against watches and writes down what matched and why: one alert for each watch, not yet raised.
 * Immutable and safe to use from many threads at once.
 */
public final class ArticleMatcher {

    private final Supplier<? extends Entities> entities;
    private final Disclosure disclosure;

    /** Of restricted texts alerts carry what they usually may. */
    public ArticleMatcher(Entities entities) {
        this(entities, Disclosure.DEFAULT);
    }

    /**
     * @param entities those that the watches were compiled with
     * @param disclosure what of their texts alerts may carry
     */
    public ArticleMatcher(Entities entities, Disclosure disclosure) {
        this(() -> entities, disclosure);
    }

    /**
     * The same with names that change.
     *
     * @param entities those of the moment; asked once for each article
     */
    public ArticleMatcher(Supplier<? extends Entities> entities, Disclosure disclosure) {
        this.entities = entities;
        this.disclosure = disclosure;
    }

    /**
     * The alerts that the article would raise if it were the first of its story, in the order of the watches.
     *
     * @param accepted when the article was accepted; an embargo that ended before held nothing back, and watches that are
     *     not valid then match nothing
     */
    public List<Alert> match(EnrichedArticle enriched, Instant accepted, Watches watches) {
        return matches(enriched, accepted, watches).stream()
                .map(Match::getAlert)
                .toList();
    }

    /** The same with all that is needed to tell what is new about it. */
    public List<Match> matches(EnrichedArticle enriched, Instant accepted, Watches watches) {
        if (enriched.getArticle().getMarks().contains(ArticleMark.REMOVED.name())) {
            return List.of(); // that an article is gone is no news of what it said
        }
        Document document = AnnotationMapper.document(enriched);
        Annotations annotations = AnnotationMapper.annotations(enriched);
        Excerpts excerpts =
                new Excerpts(document, TextDelivery.of(enriched.getArticle()), disclosure, new Snippets(document));
        List<Match> matches = new ArrayList<>();
        MatchableArticle article = MatchableArticle.of(
                document, annotations, AnnotationMapper.provenance(enriched, accepted), entities.get());
        for (WatchMatch match : watches.match(article)) {
            CompiledWatch watch = Watches.of(match);
            if (watch.isValidAt(accepted)) {
                List<MatchedClause> clauses = match.clauses().stream()
                        .map(clause -> clause(clause, document, annotations, excerpts))
                        .toList();
                Match made = match(watch, enriched, accepted, clauses, claims(match, annotations));
                made.setOperator(Rule.told(watch.query()));
                made.setPart(match.part());
                matches.add(made);
            }
        }
        return matches;
    }

    /**
     * What takes back that the article matches a watch.  It says nothing of the article but which one it is.
     *
     * @param accepted when the article was accepted
     */
    Match withdrawal(EnrichedArticle enriched, Instant accepted, CompiledWatch watch) {
        Match match = match(watch, enriched, accepted, List.of(), List.of());
        match.setWithdrawn(true);
        return match;
    }

    private static Match match(
            CompiledWatch watch,
            EnrichedArticle enriched,
            Instant accepted,
            List<MatchedClause> clauses,
            List<ClaimFact> claims) {
        Alert alert = alert(watch, enriched, accepted, clauses);
        Instant published = alert.getPublishedAt();
        return Match.newBuilder()
                .setWatchId(alert.getWatchId())
                .setQueryKey(watch.queryKey())
                .setAlert(alert)
                .setArticleAt(published != null && published.isBefore(accepted) ? published : accepted)
                .setAt(accepted)
                .setClaims(claims)
                .build();
    }

    /** Of the claims that matched, each once. */
    private static List<ClaimFact> claims(WatchMatch match, Annotations annotations) {
        return match.clauses().stream()
                .map(ClauseMatch::claimIndex)
                .filter(Objects::nonNull)
                .distinct()
                .map(index -> ClaimFacts.of(annotations.claims().get(index), annotations.mentions()))
                .toList();
    }

    private static Alert alert(
            CompiledWatch compiled, EnrichedArticle enriched, Instant accepted, List<MatchedClause> clauses) {
        Watch watch = compiled.watch();
        Article article = enriched.getArticle();
        Origin origin = article.getOrigin();
        Alert alert = Alert.newBuilder()
                .setId(AlertId.of(watch.getId(), compiled.queryKey(), article.getId(), AlertId.NO_STEP))
                .setWatchId(watch.getId())
                .setWatchTitle(watch.getTitle())
                .setWatchVersion(watch.getVersion())
                .setQuery(watch.getQuery())
                .setSeverity(watch.getSeverity())
                .setLabels(watch.getLabels())
                .setChannels(watch.getChannels())
                .setArticleId(article.getId())
                .setTitle(article.getTitle())
                .setUrl(article.getUrl())
                .setSource(article.getSource())
                .setLanguage(enriched.getLanguage())
                .setPublishedAt(article.getPublishedAt())
                .setAcceptedAt(enriched.getAcceptedAt() == null ? accepted : enriched.getAcceptedAt())
                .setEmbargoUntil(ahead(article.getEmbargoUntil(), accepted))
                .setGazetteerVersion(enriched.getGazetteerVersion())
                .setLexiconVersion(enriched.getLexiconVersion())
                .setClauses(clauses)
                .setRevision(article.getRevision())
                .setSourceId(origin == null ? "" : origin.getSourceId())
                .setTextDelivery(TextDelivery.of(article).name())
                .setEvidence(origin == null ? null : origin.getEvidence())
                .build();
        alert.setHeadline(Headline.of(alert));
        return alert;
    }

    private static @Nullable Instant ahead(@Nullable Instant embargoUntil, Instant accepted) {
        return embargoUntil != null && embargoUntil.isAfter(accepted) ? embargoUntil : null;
    }

    private static MatchedClause clause(
            ClauseMatch match, Document document, Annotations annotations, Excerpts excerpts) {
        Span snippet = excerpts.around(match.field(), match.start(), match.end());
        MatchedClause clause = MatchedClause.newBuilder()
                .setClause(match.clause())
                .setField(match.field().name())
                .setStart(match.start())
                .setEnd(match.end())
                .setWords(excerpts.words(match.field(), match.words()))
                .setAlias(match.alias())
                .setEntityId(match.entityId())
                .setName(match.name())
                .setSnippet(document.text(match.field()).substring(snippet.start(), snippet.end()))
                .setSnippetStart(snippet.start())
                .build();
        if (match.mentionIndex() != null) {
            Mention mention = annotations.mentions().get(match.mentionIndex());
            clause.setConfidence(mention.confidence());
            clause.setRule(mention.rule());
        }
        if (match.claimIndex() != null) {
            addClaim(clause, annotations.claims().get(match.claimIndex()), document, annotations.mentions(), excerpts);
        }
        return clause;
    }

    private static void addClaim(
            MatchedClause clause, Claim claim, Document document, List<Mention> mentions, Excerpts excerpts) {
        clause.setClaimType(claim.type().name());
        clause.setModality(claim.modality().name());
        clause.setConfidence(claim.confidence());
        clause.setRule(claim.rule());
        Span source = claim.source();
        if (source != null) {
            String said = document.text(claim.field()).substring(source.start(), source.end());
            clause.setSaid(excerpts.said(claim.field(), said));
        }
        if (claim.sourceMention() != null) {
            clause.setSourceName(mentions.get(claim.sourceMention()).name());
        }
    }
}
