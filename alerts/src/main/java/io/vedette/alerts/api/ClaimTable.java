package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.Mention;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims with the codes of PLOVER, CAMEO and ACLED, a row each. */
final class ClaimTable implements Table<ClaimRow> {

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public ObjectNode json(ClaimRow row) {
        ObjectNode node = RecordJson.of(row.claim());
        node.put("number", row.number());
        node.put("sentence", row.sentence());
        node.put("said", row.said());
        node.put("whenWords", row.whenWords());
        node.put("context", row.context());
        Mention source = row.source();
        node.put("sourceName", source == null ? null : source.getName());
        add(node.putArray("actors"), row, row.actors());
        add(node.putArray("places"), row, row.places());
        Article article = row.article().enriched().getArticle();
        ObjectNode from = node.putObject("article");
        from.put("id", article.getId());
        from.put("title", article.getTitle());
        from.put("url", article.getUrl());
        from.put("source", article.getSource());
        from.put("language", row.article().enriched().getLanguage());
        from.put("publishedAt", Points.text(article.getPublishedAt()));
        from.put("acceptedAt", row.article().acceptedAt().toString());
        return node;
    }

    private static void add(ArrayNode to, ClaimRow row, List<Mention> mentions) {
        for (Mention mention : mentions) {
            to.addObject()
                    .put("text", row.words(mention))
                    .put("type", mention.getType())
                    .put("entityId", mention.getEntityId())
                    .put("name", mention.getName())
                    .put("country", mention.getCountry())
                    .put("latitude", mention.getLatitude())
                    .put("longitude", mention.getLongitude())
                    .put("geonameId", mention.getGeonameId());
        }
    }

    @Override
    public List<String> columns() {
        return List.of(
                "articleId",
                "number",
                "type",
                "subtype",
                "plover",
                "cameo",
                "acled",
                "modality",
                "background",
                "whenFrom",
                "whenTo",
                "confidence",
                "sentence",
                "said",
                "sourceName",
                "sourceId",
                "actors",
                "actorIds",
                "places",
                "placeIds",
                "country",
                "latitude",
                "longitude",
                "title",
                "url",
                "source",
                "publishedAt",
                "acceptedAt");
    }

    @Override
    public List<@Nullable Object> cells(ClaimRow row) {
        Claim claim = row.claim();
        Article article = row.article().enriched().getArticle();
        Mention source = row.source();
        List<Mention> places = row.places();
        Mention first = places.stream()
                .filter(place -> place.getLatitude() != null)
                .findFirst()
                .orElse(null);
        return Arrays.asList(
                article.getId(),
                row.number(),
                claim.getType(),
                claim.getSubtype(),
                claim.getPlover(),
                claim.getCameo(),
                claim.getAcled(),
                claim.getModality(),
                claim.getBackground(),
                claim.getWhenFrom(),
                claim.getWhenTo(),
                claim.getConfidence(),
                row.sentence(),
                row.said(),
                source == null ? null : source.getName(),
                claim.getSourceEntityId(),
                joined(row.actors(), true),
                joined(row.actors(), false),
                joined(places, true),
                joined(places, false),
                first == null ? null : first.getCountry(),
                first == null ? null : first.getLatitude(),
                first == null ? null : first.getLongitude(),
                article.getTitle(),
                article.getUrl(),
                article.getSource(),
                Points.text(article.getPublishedAt()),
                row.article().acceptedAt().toString());
    }

    @Override
    public List<Point> points(ClaimRow row) {
        return Points.of(row.places());
    }

    private static String joined(List<Mention> mentions, boolean names) {
        return mentions.stream()
                .map(mention -> names ? mention.getName() : mention.getEntityId())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
