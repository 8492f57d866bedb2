package io.vedette.alerts.brief;

import io.vedette.alerts.brief.BriefConflict.BriefSide;
import io.vedette.alerts.brief.BriefConflict.Kind;
import io.vedette.schemas.Article;
import io.vedette.schemas.Mention;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.claim.ClaimKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where reports contradict each other: one says that something is so and another that it is not ({@link ClaimKey}), or they
 * give numbers of casualties that can't both be right.  They are of one story, or about one place that is no country, and on
 * the word of different sources.
 */
final class Conflicts {

    /** Of one conflict; there is no end to who repeats what. */
    private static final int MOST_SIDES = 12;

    private Conflicts() {}

    /**
     * Those in which one side at least is news.
     *
     * @param reports in order of time
     */
    static List<BriefConflict> among(List<Report> reports, Predicate<Report> news) {
        return Stream.concat(opposites(reports, news), figures(reports, news))
                .sorted(Comparator.comparing(BriefConflict::at).thenComparing(BriefConflict::about))
                .toList();
    }

    /** A report, and which way it goes. */
    private record Stance(Report report, boolean holds) {

        boolean opposes(Stance other) {
            return holds != other.holds
                    && !report.sayer().equals(other.report.sayer())
                    && (report.story().equals(other.report.story()) || report.isLocal() && other.report.isLocal());
        }
    }

    private static Stream<BriefConflict> opposites(List<Report> reports, Predicate<Report> news) {
        Map<String, List<Stance>> matters = new LinkedHashMap<>();
        for (Report report : reports) {
            for (ClaimKey key : report.keys()) {
                matters.computeIfAbsent(key.family() + " " + key.about(), any -> new ArrayList<>())
                        .add(new Stance(report, key.holds()));
            }
        }
        return matters.entrySet().stream().flatMap(matter -> {
            List<Stance> all = matter.getValue();
            List<Stance> opposed = all.stream()
                    .filter(one -> all.stream().anyMatch(one::opposes))
                    .toList();
            String family = matter.getKey().substring(0, matter.getKey().indexOf(' '));
            return opposed.stream().map(Stance::report).noneMatch(news)
                    ? Stream.empty()
                    : Stream.of(opposite(family, once(opposed)));
        });
    }

    /** What each says, but once. */
    private static List<Report> once(List<Stance> stances) {
        Map<String, Report> first = new LinkedHashMap<>();
        stances.forEach(stance ->
                first.putIfAbsent(stance.holds() + " " + stance.report().sayer(), stance.report()));
        return List.copyOf(first.values());
    }

    private static BriefConflict opposite(String family, List<Report> sides) {
        return conflict(
                Kind.OPPOSITE,
                family.toLowerCase(Locale.ROOT),
                sides,
                sides.stream().map(report -> side(report, null)).toList());
    }

    /** A number that a report gives. */
    private record Figure(Report report, Quantity quantity) {

        boolean opposes(Figure other) {
            return !report.sayer().equals(other.report.sayer())
                    && (quantity.high() < other.quantity.low() || other.quantity.high() < quantity.low());
        }

        String words() {
            String written = report.words()
                    .between(quantity.span().start(), quantity.span().end());
            return written.isBlank() ? Long.toString((long) quantity.low()) : written;
        }
    }

    private record Matter(String story, @Nullable String place, QuantityKind kind) {}

    private static Stream<BriefConflict> figures(List<Report> reports, Predicate<Report> news) {
        Map<Matter, Map<String, Figure>> matters = new LinkedHashMap<>();
        for (Report report : reports) {
            if (report.isAsserted()) {
                for (Quantity quantity : report.casualties()) {
                    Matter matter = new Matter(report.story(), report.placeId(), quantity.kind());
                    // what one says last is what counts: tolls rise
                    matters.computeIfAbsent(matter, any -> new LinkedHashMap<>())
                            .put(report.sayer(), new Figure(report, quantity));
                }
            }
        }
        return matters.entrySet().stream().flatMap(matter -> {
            Collection<Figure> all = matter.getValue().values();
            List<Figure> opposed = all.stream()
                    .filter(one -> all.stream().anyMatch(one::opposes))
                    .sorted(Comparator.comparing(Figure::report, Line.BY_TIME))
                    .toList();
            String about = matter.getKey().kind().name().toLowerCase(Locale.ROOT);
            return opposed.stream().map(Figure::report).noneMatch(news)
                    ? Stream.empty()
                    : Stream.of(figures(about, opposed));
        });
    }

    private static BriefConflict figures(String about, List<Figure> opposed) {
        return conflict(
                Kind.FIGURES,
                about,
                opposed.stream().map(Figure::report).toList(),
                opposed.stream()
                        .map(figure -> side(figure.report(), figure.words()))
                        .toList());
    }

    private static BriefConflict conflict(Kind kind, String about, List<Report> reports, List<BriefSide> sides) {
        Mention place = reports.stream()
                .map(Report::place)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new BriefConflict(
                reports.stream().map(Report::at).max(Comparator.naturalOrder()).orElseThrow(),
                kind,
                place == null ? null : place.getEntityId(),
                place == null ? null : Objects.requireNonNullElse(place.getName(), place.getText()),
                about,
                sides.stream().limit(MOST_SIDES).collect(Collectors.toList()));
    }

    private static BriefSide side(Report report, @Nullable String figure) {
        Article article = report.article().enriched().getArticle();
        return new BriefSide(
                report.at(),
                report.who(),
                report.claim().modality().name(),
                report.sentence(),
                figure,
                article.getId(),
                article.getSource(),
                article.getUrl());
    }
}
