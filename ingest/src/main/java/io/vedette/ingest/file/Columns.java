package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds which field of an article: as its user says, or else by the column's name, which may be that
 * of the field or what others call it.  Case, blanks, hyphens and underscores of names don't count.
 */
public final class Columns {

    /** By the names alone. */
    public static final Columns BY_NAME = new Columns(Map.of());

    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "text",
                    List.of(
                            "body",
                            "content",
                            "articlebody",
                            "maintext",
                            "fulltext",
                            "article",
                            "description",
                            "summary"),
            "id", List.of("guid", "articleid", "documentid"),
            "title", List.of("headline", "heading", "subject"),
            "url", List.of("link", "uri", "address", "sourceurl", "canonicalurl"),
            "source", List.of("outlet", "publisher", "publication", "sourcename", "site", "sitename"),
            "date",
                    List.of(
                            "published",
                            "publishedat",
                            "publishdate",
                            "publicationdate",
                            "pubdate",
                            "datepublished",
                            "time",
                            "timestamp"),
            "author", List.of("authors", "byline", "creator"),
            "language", List.of("lang", "languagecode"),
            "embargoUntil", List.of("embargo"),
            "fetched",
                    List.of(
                            "fetchedat",
                            "crawled",
                            "crawledat",
                            "scraped",
                            "scrapedat",
                            "downloaded",
                            "datedownload",
                            "retrieved"));

    private final Map<String, String> columnOf;

    private Columns(Map<String, String> columnOf) {
        this.columnOf = columnOf;
    }

    /**
     * Reads {@code text=content,date=day}: the field of an article, and the column that holds it.
     *
     * @throws IllegalArgumentException if it is written otherwise or names no field, with the fields that there are
     */
    public static Columns of(String mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : mapping.split(",")) {
            String[] sides = pair.split("=", 2);
            if (sides.length != 2 || sides[1].isBlank()) {
                throw new IllegalArgumentException(
                        "'" + pair.strip() + "' maps no column: write FIELD=COLUMN, such as text=content");
            }
            columns.put(field(sides[0].strip()), sides[1].strip());
        }
        return new Columns(Map.copyOf(columns));
    }

    private static String field(String name) {
        return OTHER_NAMES.keySet().stream()
                .filter(field -> field.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an article has no field '" + name + "': take one of "
                        + String.join(", ", new TreeSet<>(OTHER_NAMES.keySet()))));
    }

    /**
     * Where the fields stand in a table of these columns.
     *
     * @throws UnknownColumnException if there is no such column, or none for the text
     */
    Map<String, Integer> positions(List<String> header) throws UnknownColumnException {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byName.putIfAbsent(plain(header.get(i)), i);
        }
        Map<String, Integer> positions = new HashMap<>();
        for (String field : OTHER_NAMES.keySet()) {
            Integer position = position(field, byName, header);
            if (position != null) {
                positions.put(field, position);
            }
        }
        if (!positions.containsKey("text")) {
            throw new UnknownColumnException(
                    "no column holds the text: name one 'text', or say which it is, such as text="
                            + (header.isEmpty() ? "content" : header.get(0)) + "; the columns are " + header);
        }
        return positions;
    }

    private @Nullable Integer position(String field, Map<String, Integer> byName, List<String> header)
            throws UnknownColumnException {
        String said = columnOf.get(field);
        if (said != null) {
            Integer position = byName.get(plain(said));
            if (position == null) {
                throw new UnknownColumnException(
                        "there is no column '" + said + "' for " + field + "; the columns are " + header);
            }
            return position;
        }
        Integer own = byName.get(plain(field));
        return own != null
                ? own
                : OTHER_NAMES.getOrDefault(field, List.of()).stream()
                        .filter(byName::containsKey)
                        .map(byName::get)
                        .findFirst()
                        .orElse(null);
    }

    /** The article of a row. */
    static ArticleInput article(UnaryOperator<@Nullable String> field) {
        return new ArticleInput(
                field.apply("text"),
                field.apply("id"),
                field.apply("title"),
                field.apply("url"),
                field.apply("source"),
                field.apply("date"),
                field.apply("author"),
                field.apply("language"),
                field.apply("fetched"),
                field.apply("embargoUntil"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\ufeff-]", "");
    }
}
