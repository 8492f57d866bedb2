package io.vedette.alerts.brief;

import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a brief of alerts and their articles.  The same material always gives the same brief.  For one thread. */
public final class BriefMaker {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** What happened before what was said of it, what many tell before what one tells, then the newest. */
    private static final Comparator<BriefClaim> WEIGHTIEST = Comparator.comparing(
                    (BriefClaim claim) -> Reports.isSpeech(claim.type()))
            .thenComparing(claim -> -claim.independentTexts())
            .thenComparing(claim -> -claim.alertIds().size())
            .thenComparing(BriefClaim::at, Comparator.reverseOrder());

    private final Material material;
    private final List<AlertHit> alerts;
    private final Map<String, Set<String>> alertsOf = new HashMap<>();
    private final Map<String, String> stories = new HashMap<>();
    private final Set<String> own = new HashSet<>();

    private BriefMaker(Material material) {
        this.material = material;
        this.alerts = material.alerts().stream()
                .sorted(Comparator.comparing(AlertHit::raisedAt)
                        .thenComparing(hit -> hit.alert().getId()))
                .toList();
    }

    /** The brief of that. */
    public static Brief of(Material material) {
        return new BriefMaker(material).brief();
    }

    private Brief brief() {
        alerts.forEach(this::note);
        List<ArticleHit> articles = articles();
        Reports counted = new Reports(material.disclosure());
        List<Report> reports = reports(articles, counted);
        List<BriefClaim> claims = claims(reports);
        Set<BriefClaim> told = told(claims);
        List<BriefPlace> places = some(places(claims), told::contains);
        List<BriefPlace> confirmed = some(places, BriefClaim::confirmed);
        List<BriefClaim> unconfirmed = some(places, claim -> !claim.confirmed()).stream()
                .flatMap(place -> place.claims().stream())
                .toList();
        return new Brief(
                title(material.from(), material.to()),
                material.from(),
                material.to(),
                confirmed,
                Conflicts.among(reports, this::isOfTheseHours),
                unconfirmed,
                others(places),
                alerts.size(),
                articles.size(),
                new Brief.BriefLeftOut(
                        counted.background(), counted.weak(), claims.size() - told.size(), material.dismissed()),
                material.stopped());
    }

    private void note(AlertHit hit) {
        Alert alert = hit.alert();
        own.add(alert.getArticleId());
        for (String id : Material.articlesOf(hit)) {
            alertsOf.computeIfAbsent(id, any -> new TreeSet<>()).add(alert.getId());
        }
        String story = alert.getStoryId();
        AlertState state = hit.state();
        if (story != null) {
            stories.putIfAbsent(alert.getArticleId(), story);
        }
        if (story != null && state != null) {
            state.getMatched().forEach(id -> stories.putIfAbsent(id, story));
        }
    }

    /** By time; what was accepted after these hours is for the next brief. */
    private List<ArticleHit> articles() {
        return alertsOf.keySet().stream()
                .map(material.articles()::get)
                .filter(Objects::nonNull)
                .filter(article -> article.acceptedAt().isBefore(material.to()))
                .sorted(Comparator.comparing(ArticleHit::acceptedAt).thenComparing(BriefMaker::id))
                .toList();
    }

    private List<Report> reports(List<ArticleHit> articles, Reports counted) {
        Texts texts = new Texts();
        List<Report> reports = new ArrayList<>();
        for (ArticleHit article : articles) {
            String story = stories.getOrDefault(id(article), id(article));
            reports.addAll(counted.of(article, texts.number(article, story), story));
        }
        reports.sort(Line.BY_TIME);
        return reports;
    }

    /** Those of earlier hours only corroborate, unless an alert of these hours is about them. */
    private boolean isOfTheseHours(Report report) {
        return own.contains(report.articleId())
                || !report.article().acceptedAt().isBefore(material.from());
    }

    private List<BriefClaim> claims(List<Report> reports) {
        Map<List<@Nullable Object>, List<Report>> related =
                reports.stream().collect(Collectors.groupingBy(BriefMaker::matter));
        List<BriefClaim> claims = new ArrayList<>();
        for (Line line : Line.of(reports)) {
            if (line.reports().stream().anyMatch(this::isOfTheseHours)) {
                int texts = line.independentTexts(related.getOrDefault(matter(line.first()), List.of()));
                claims.add(line.claim(texts, id -> alertsOf.getOrDefault(id, Set.of())));
            }
        }
        return claims;
    }

    /** Those that weigh most: nobody reads a brief of thousands of lines. */
    private Set<BriefClaim> told(List<BriefClaim> claims) {
        // by identity: a claim is as large as all that it rests on
        Set<BriefClaim> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (boolean confirmed : List.of(true, false)) {
            claims.stream()
                    .filter(claim -> claim.confirmed() == confirmed)
                    .sorted(WEIGHTIEST)
                    .limit(material.claims())
                    .forEach(told::add);
        }
        return told;
    }

    /** What reports must have in common to corroborate each other. */
    private static List<@Nullable Object> matter(Report report) {
        List<@Nullable Object> matter = new ArrayList<>();
        matter.add(report.story());
        matter.add(report.placeId());
        matter.add(report.claim().type());
        return matter;
    }

    /** The place with most to tell first, no place last. */
    private static List<BriefPlace> places(List<BriefClaim> claims) {
        return Sections.byPlace(claims).stream()
                .sorted(Comparator.comparing((BriefPlace place) -> place.id() == null)
                        .thenComparing(place -> -place.claims().size())
                        .thenComparing(place -> Objects.requireNonNullElse(place.name(), "")))
                .toList();
    }

    /** The same places with some of their claims; without those that have none of them. */
    private static List<BriefPlace> some(List<BriefPlace> places, Predicate<BriefClaim> which) {
        return places.stream()
                .map(place -> new BriefPlace(
                        place.id(),
                        place.name(),
                        place.country(),
                        place.claims().stream().filter(which).toList()))
                .filter(place -> !place.claims().isEmpty())
                .toList();
    }

    private List<BriefAlert> others(List<BriefPlace> places) {
        Set<String> told = places.stream()
                .flatMap(place -> place.claims().stream())
                .flatMap(claim -> claim.alertIds().stream())
                .collect(Collectors.toSet());
        return alerts.stream()
                .filter(hit -> !told.contains(hit.alert().getId()))
                .map(BriefAlert::of)
                .toList();
    }

    private static String title(Instant from, Instant to) {
        ZonedDateTime first = from.atZone(ZoneOffset.UTC);
        ZonedDateTime last = to.atZone(ZoneOffset.UTC);
        boolean oneDay = first.toLocalDate().equals(last.toLocalDate());
        return "Brief: " + DAY_AND_TIME.format(first) + " to " + (oneDay ? TIME : DAY_AND_TIME).format(last) + " UTC";
    }

    private static String id(ArticleHit article) {
        return article.enriched().getArticle().getId();
    }
}
