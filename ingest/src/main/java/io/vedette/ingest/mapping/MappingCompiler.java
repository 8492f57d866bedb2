package io.vedette.ingest.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vedette.ingest.mapping.Mapping.Form;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Reads mappings; the first mistake ends it. */
final class MappingCompiler {

    private static final Set<String> COMMON = Set.of("form", "include", "exclude", "fields", "fullText");
    private static final Set<String> VALUE = Set.of("value", "match", "html", "format", "zone", "locale");
    private static final Map<Form, Set<String>> TOP =
            Map.of(Form.PAGE, Set.of("items"), Form.TABLE, Set.of("separator"), Form.JSON, Set.of());
    private static final Map<Form, Set<String>> PLACES = Map.of(
            Form.PAGE, Set.of("select", "attribute", "everywhere", "all"),
            Form.TABLE, Set.of("column"),
            Form.JSON, Set.of("pointer"));
    private static final Map<String, Character> SEPARATORS =
            Map.of("tab", '\t', "comma", ',', "semicolon", ';', "bar", '|');

    private final Form form;

    private MappingCompiler(Form form) {
        this.form = form;
    }

    static Mapping compile(String name, YamlNode file) throws MappingException {
        Set<String> all = new HashSet<>(COMMON);
        TOP.values().forEach(all::addAll);
        Form form = form(file, file.keys(all));
        return new MappingCompiler(form).mapping(name, file);
    }

    private static Form form(YamlNode file, Map<String, YamlNode> keys) throws MappingException {
        YamlNode node = keys.get("form");
        if (node == null) {
            throw file.wrong("'form' is missing; write form: page, form: table or form: json");
        }
        return switch (node.text().toLowerCase(Locale.ROOT)) {
            case "page" -> Form.PAGE;
            case "table" -> Form.TABLE;
            case "json" -> Form.JSON;
            default -> throw node.wrong("is page, table or json, not " + node.text());
        };
    }

    private Mapping mapping(String name, YamlNode file) throws MappingException {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(TOP.getOrDefault(form, Set.of()));
        Map<String, YamlNode> keys = file.keys(known);
        YamlNode items = keys.get("items");
        if (form == Form.PAGE && items == null) {
            throw file.wrong("'items' is missing; write the selector of what is an article, such as items: article");
        }
        YamlNode fields = keys.get("fields");
        if (fields == null) {
            throw file.wrong("'fields' is missing; write which field of an article is found where");
        }
        YamlNode whole = keys.get("fullText");
        return new Mapping(
                name,
                form,
                items == null ? null : selector(items),
                separator(keys.get("separator")),
                whole == null ? form != Form.PAGE : whole.flag(),
                rules(keys.get("include")),
                rules(keys.get("exclude")),
                fields(fields));
    }

    private static char separator(@Nullable YamlNode node) throws MappingException {
        if (node == null) {
            return '\t';
        }
        Character separator = SEPARATORS.get(node.text());
        if (separator == null) {
            throw node.wrong("is tab, comma, semicolon or bar, not " + node.text());
        }
        return separator;
    }

    private Map<String, List<Rule>> fields(YamlNode node) throws MappingException {
        Map<String, List<Rule>> fields = new HashMap<>();
        Set<String> known = new HashSet<>(Mapping.FIELDS);
        if (form != Form.PAGE) {
            known.remove("forwardOf"); // a row of a file says nothing of whom it repeats
        }
        for (Map.Entry<String, YamlNode> field : node.keys(known).entrySet()) {
            fields.put(field.getKey(), rules(field.getValue()));
        }
        if (!fields.containsKey("text") && !fields.containsKey("url")) {
            throw node.wrong("name neither text nor url; without either there is nothing to read");
        }
        return fields;
    }

    private List<Rule> rules(@Nullable YamlNode node) throws MappingException {
        List<Rule> rules = new ArrayList<>();
        for (YamlNode each : node == null ? List.<YamlNode>of() : node.many()) {
            rules.add(rule(each));
        }
        return rules;
    }

    private Rule rule(YamlNode node) throws MappingException {
        if (node.scalar() != null) {
            return new Rule(shortPlace(node), null, false, null);
        }
        Set<String> known = new HashSet<>(VALUE);
        known.addAll(PLACES.getOrDefault(form, Set.of()));
        Map<String, YamlNode> keys = node.keys(known);
        YamlNode match = keys.get("match");
        YamlNode html = keys.get("html");
        return new Rule(
                place(node, keys),
                match == null ? null : pattern(match),
                html != null && html.flag(),
                date(node, keys));
    }

    private Place shortPlace(YamlNode node) throws MappingException {
        return switch (form) {
            case PAGE -> new Place.Select(selector(node), null, false, false);
            case TABLE -> column(node);
            case JSON -> pointer(node);
        };
    }

    private Place place(YamlNode node, Map<String, YamlNode> keys) throws MappingException {
        YamlNode constant = keys.get("value");
        if (constant != null) {
            return new Place.Constant(constant.text());
        }
        YamlNode column = keys.get("column");
        YamlNode pointer = keys.get("pointer");
        if (form == Form.TABLE && column != null) {
            return column(column);
        }
        if (form == Form.JSON && pointer != null) {
            return pointer(pointer);
        }
        if (form != Form.PAGE) {
            throw node.wrong("says no place; write " + (form == Form.TABLE ? "column" : "pointer") + " or value");
        }
        YamlNode select = keys.get("select");
        YamlNode attribute = keys.get("attribute");
        YamlNode everywhere = keys.get("everywhere");
        YamlNode all = keys.get("all");
        if (select == null && attribute == null) {
            throw node.wrong("says no place; write select, attribute or both, or value");
        }
        return new Place.Select(
                select == null ? null : selector(select),
                attribute == null ? null : attribute.text(),
                everywhere != null && everywhere.flag(),
                all != null && all.flag());
    }

    private static Evaluator selector(YamlNode node) throws MappingException {
        try {
            return QueryParser.parse(node.text());
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw node.wrong("is no CSS selector: " + e.getMessage());
        }
    }

    private static Place column(YamlNode node) throws MappingException {
        if (!node.text().matches("[1-9][0-9]{0,3}")) {
            throw node.wrong("is the number of a column, counted from 1, not " + node.text());
        }
        return new Place.Column(Integer.parseInt(node.text()));
    }

    private static Place pointer(YamlNode node) throws MappingException {
        try {
            return new Place.Pointer(JsonPointer.compile(node.text()));
        } catch (IllegalArgumentException e) {
            throw node.wrong("is no JSON pointer such as /title or /meta/0/date: " + node.text());
        }
    }

    private static Pattern pattern(YamlNode node) throws MappingException {
        try {
            return Pattern.compile(node.text(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw node.wrong("is no regular expression of RE2: " + e.getMessage());
        }
    }

    private static @Nullable DateRule date(YamlNode node, Map<String, YamlNode> keys) throws MappingException {
        YamlNode format = keys.get("format");
        YamlNode zone = keys.get("zone");
        YamlNode locale = keys.get("locale");
        if (format == null) {
            if (zone != null || locale != null) {
                throw node.wrong(
                        "has a zone or a locale, but no format that they belong to; write format: or leave them out");
            }
            return null;
        }
        Locale language = locale == null ? Locale.ROOT : Locale.forLanguageTag(locale.text());
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (YamlNode each : format.many()) {
            try {
                formats.add(DateRule.formatter(each.text(), language));
            } catch (IllegalArgumentException e) {
                throw each.wrong("is no pattern of a date such as d MMMM yyyy, HH:mm: " + e.getMessage());
            }
        }
        return new DateRule(formats, zone == null ? ZoneOffset.UTC : zone(zone));
    }

    private static ZoneId zone(YamlNode node) throws MappingException {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.wrong("is no time zone such as Europe/Kyiv or +02:00: " + node.text());
        }
    }
}
