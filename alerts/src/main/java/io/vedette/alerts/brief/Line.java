package io.vedette.alerts.brief;

import io.vedette.schemas.Mention;
import io.vedette.text.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reports that say the same: of one story, of one place, on the word of the same source, in the same way, with the same figures.
 *
 * @param reports the first told first; never empty
 */
record Line(List<Report> reports) {

    static final Comparator<Report> BY_TIME = Comparator.comparing(Report::at)
            .thenComparing(Report::articleId)
            .thenComparing(report -> report.claim().start());

    private static final int MOST_NAMES = 3;

    /** What must be the same. */
    private record Key(
            String story,
            @Nullable String place,
            String type,
            @Nullable String subtype,
            String how,
            String source,
            Set<String> agents,
            List<String> figures) {

        static Key of(Report report) {
            return new Key(
                    report.story(),
                    report.placeId(),
                    report.claim().type().name(),
                    report.claim().subtype(),
                    report.claim().modality().name(),
                    report.sourceKey(),
                    report.agents(),
                    report.casualties().stream().map(Key::figure).sorted().toList());
        }

        private static String figure(Quantity quantity) {
            return quantity.kind() + " " + quantity.low() + " " + quantity.high();
        }
    }

    /** Lines of these reports, in order of time. */
    static List<Line> of(Collection<Report> reports) {
        Map<Key, List<Report>> same = reports.stream()
                .sorted(BY_TIME)
                .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
        return same.values().stream().map(Line::new).toList();
    }

    Report first() {
        return reports.get(0);
    }

    /**
     * How many texts assert it that copy none of the others, whoever it is on whose word.
     *
     * @param related reports of the same story, place and type, these included
     */
    int independentTexts(List<Report> related) {
        return (int) related.stream()
                .filter(report -> report.isAsserted() && agrees(report))
                .map(Report::text)
                .distinct()
                .count();
    }

    /** Whether that report says the same event: it may name fewer of those who did it, or no finer type, but no others. */
    private boolean agrees(Report report) {
        Report first = first();
        String subtype = first.claim().subtype();
        String other = report.claim().subtype();
        Set<String> agents = report.agents();
        boolean sameAgents =
                agents.isEmpty() || first.agents().isEmpty() || agents.stream().anyMatch(first.agents()::contains);
        return sameAgents && (subtype == null || other == null || subtype.equals(other)) && figuresAgree(first, report);
    }

    private static boolean figuresAgree(Report one, Report other) {
        return one.casualties().stream().allMatch(a -> other.casualties().stream()
                .filter(b -> a.kind() == b.kind())
                .allMatch(b -> a.low() <= b.high() && b.low() <= a.high()));
    }

    /**
     * The same for readers.
     *
     * @param alertsOf ids of the alerts that rest on an article
     */
    BriefClaim claim(int independentTexts, Function<String, Collection<String>> alertsOf) {
        Report first = first();
        Mention place = first.place();
        Set<String> alerts = new TreeSet<>();
        Map<String, BriefArticle> articles = new LinkedHashMap<>();
        for (Report report : reports) {
            alerts.addAll(alertsOf.apply(report.articleId()));
            articles.putIfAbsent(
                    report.articleId(),
                    BriefArticle.of(report.article().enriched().getArticle()));
        }
        return new BriefClaim(
                first.at(),
                first.claim().type().name(),
                first.claim().subtype(),
                first.sentence(),
                who(),
                first.isAttributed(),
                first.claim().modality().name(),
                first.words().whenWords(),
                first.actors(),
                first.placeId(),
                place == null ? null : Objects.requireNonNullElse(place.getName(), place.getText()),
                place == null ? null : place.getCountry(),
                List.copyOf(alerts),
                List.copyOf(articles.values()),
                independentTexts,
                first.isAsserted() && independentTexts > 1);
    }

    private String who() {
        if (first().isAttributed()) {
            return first().who();
        }
        List<String> outlets = reports.stream().map(Report::outlet).distinct().toList();
        List<String> named = new ArrayList<>(outlets.subList(0, Math.min(MOST_NAMES, outlets.size())));
        int more = outlets.size() - named.size();
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }
}
