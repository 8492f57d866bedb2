package io.vedette.ingest.mapping;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Says which part of a page, which column of a row or which field of a JSON object is which field of an article; written in
 * YAML, the language is described in {@code docs/sources.md}.  Compiled once, immutable and thread-safe.
 */
public final class Mapping {

    /** The fields that a mapping can fill. */
    static final Set<String> FIELDS = Set.of(
            "id",
            "url",
            "title",
            "text",
            "date",
            "author",
            "source",
            "language",
            "forwardOf",
            "fetched",
            "embargoUntil");

    /** What is mapped. */
    public enum Form {
        /** A page whose items are found by selectors. */
        PAGE,
        /** A file of rows, one a line. */
        TABLE,
        /** A file of JSON objects, one a line. */
        JSON
    }

    /**
     * What a mapping makes of an entry.
     *
     * @param article its fields; an address is resolved
     * @param forwardOf whom it repeats; null for nobody
     */
    public record Mapped(ArticleInput article, @Nullable String forwardOf) {}

    private final String name;
    private final Form form;
    private final @Nullable Evaluator items;
    private final char separator;
    private final boolean fullText;
    private final List<Rule> include;
    private final List<Rule> exclude;
    private final Map<String, List<Rule>> fields;

    Mapping(
            String name,
            Form form,
            @Nullable Evaluator items,
            char separator,
            boolean fullText,
            List<Rule> include,
            List<Rule> exclude,
            Map<String, List<Rule>> fields) {
        this.name = name;
        this.form = form;
        this.items = items;
        this.separator = separator;
        this.fullText = fullText;
        this.include = List.copyOf(include);
        this.exclude = List.copyOf(exclude);
        this.fields = Map.copyOf(fields);
    }

    /**
     * Reads a mapping.
     *
     * @param name what messages call it
     * @param yaml read to its end, and not closed
     * @throws MappingException with line, key and remedy
     */
    public static Mapping read(String name, InputStream yaml) throws MappingException, IOException {
        return MappingCompiler.compile(name, YamlNode.read(name, yaml));
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** What it maps. */
    public Form form() {
        return form;
    }

    /** What separates the columns of a {@link Form#TABLE}. */
    public char separator() {
        return separator;
    }

    /** Whether the text that it finds is the whole text. */
    public boolean fullText() {
        return fullText;
    }

    /** The items of a page, in its order; none if it is no mapping of pages. */
    public List<Element> items(Element page) {
        return items == null ? List.of() : page.select(items);
    }

    /** Whether an entry is to be taken. */
    public boolean takes(Entry entry) {
        return (include.isEmpty() || value(include, entry).isPresent())
                && value(exclude, entry).isEmpty();
    }

    /**
     * What it makes of an entry.
     *
     * @param base against which the article's address is resolved
     */
    public Mapped map(Entry entry, URI base) {
        String url = value("url", entry);
        String title = value("title", entry);
        ArticleInput article = new ArticleInput(
                value("text", entry),
                value("id", entry),
                title == null ? null : title.replaceAll("\\s+", " "),
                Addresses.web(base, url).map(URI::toString).orElse(null),
                value("source", entry),
                value("date", entry),
                value("author", entry),
                value("language", entry),
                value("fetched", entry),
                value("embargoUntil", entry));
        return new Mapped(article, value("forwardOf", entry));
    }

    private @Nullable String value(String field, Entry entry) {
        return value(fields.getOrDefault(field, List.of()), entry).orElse(null);
    }

    private static Optional<String> value(List<Rule> rules, Entry entry) {
        return rules.stream().flatMap(rule -> rule.of(entry).stream()).findFirst();
    }

    @Override
    public String toString() {
        return "mapping " + name;
    }
}
