package io.vedette.ingest.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Who wrote an article, by what its page says in its head, in microdata, and in the line that readers see. */
final class Bylines {

    /** The more exact first. */
    private static final List<Place> DECLARED = List.of(
            Place.inMeta("meta[property~=(?i)(^|\\s)(dc|dcterms):creator(\\s|$)]", "meta"),
            Place.inMeta(
                    "meta[name~=(?i)^(author|authors|byl|article\\.author|parsely-author|sailthru\\.author)$]", "meta"),
            Place.inMeta("meta[property~=(?i)^(author|article:author|og:article:author|book:author)$]", "opengraph"),
            Place.inMeta("meta[name~=(?i)^(dc|dcterms)[.:]creator$]", "meta"),
            Place.described("[itemprop~=author] [itemprop=name]", "microdata"),
            Place.described("[itemprop~=author]", "microdata"),
            Place.described("a[rel~=author]", "microdata"));

    /** What publishing systems call the line that readers see. */
    private static final Pattern SEEN_CLASSES =
            Pattern.compile("(?i)(?:^|[\\s_-])(?:byline|author|authors|writer)(?:[\\s_-]|$)"
                    + "|(?:byline|author)(?:name|text|link|s)?(?:\\s|$)");

    private static final Pattern SEEN_IDS = Pattern.compile("(?i)^(?:byline|author)");

    private static final Evaluator NAME_IN_LINE = Selector.evaluatorOf(
            "a[href~=(?i)/(author|authors|autor|autori|auteur|people|person|profile|profiles|writer|writers|by|staff|contributor|contributors)/], .fn, [class~=(?i)name], b, strong");

    private static final Pattern CUE = Pattern.compile(
            "^(?i:written by|story by|words by|reported by|posted by|text von|by|von|par|por|di|da|door|av|af|автор:?|autor:?|author:?|auteur ?:?|текст:?|作者[:：]?|記者|文[:：])[\\s:]+");

    /** What follows the names in such a line: a date, a time, an outlet behind a bar, who edited it. */
    private static final Pattern AFTER = Pattern.compile(
            "(?i)\\s*(?:[|•·–—]|\\b(?:updated|published|posted|edited by|last updated)\\b|,? \\(?https?:"
                    + "|\\b(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day\\b|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}\\b|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}:\\d{2}).*$");

    private static final Pattern ACTION =
            Pattern.compile("(?i)^(follow|subscribe|view|see|more|all|read|about|contact|share|log|sign)\\b.*");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:,\\s*(?:and )?|\\s(?:and|&|und|y|et|e|и|та|en)\\s)\\s*");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){1,3}");
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 300;

    private Bylines() {}

    /** Who wrote it, as far as the page tells. */
    static Byline in(Landmarks landmarks) {
        for (Place place : DECLARED) {
            List<String> names = names(place.in(landmarks).map(Said::value).toList());
            if (!names.isEmpty()) {
                return new Byline(names, place.from());
            }
        }
        NameMatcher seen = new NameMatcher(SEEN_IDS, SEEN_CLASSES);
        for (Element line : landmarks.named()) {
            List<String> names = seen.matches(line) ? inLine(line) : List.of();
            if (!names.isEmpty()) {
                return new Byline(names, "text");
            }
        }
        return Byline.NONE;
    }

    private static List<String> inLine(Element line) {
        if (line.text().length() > LONGEST_LINE) {
            return List.of();
        }
        List<String> named = names(line.select(NAME_IN_LINE).eachText());
        return named.isEmpty() ? names(List.of(line.wholeText().strip().replaceAll("\\s*\\n\\s*", " "))) : named;
    }

    private static List<String> names(List<String> values) {
        Set<String> names = new LinkedHashSet<>();
        for (String value : values) {
            for (String name : several(name(value))) {
                if (isName(name)) {
                    names.add(name);
                }
            }
        }
        return new ArrayList<>(names);
    }

    /** "Ada Lovelace and Grace Hopper" are two; "Ada Lovelace, Reuters" is one, since an outlet may be of one word. */
    private static List<String> several(String line) {
        List<String> parts = List.of(BETWEEN.split(line));
        return parts.stream().allMatch(part -> PERSON.matcher(part).matches()) ? parts : List.of(line);
    }

    private static boolean isName(String name) {
        return name.length() > 1
                && name.length() <= LONGEST_NAME
                && !name.contains("://")
                && !name.startsWith("@")
                && name.codePoints().anyMatch(Character::isLetter)
                && name.split(" ").length <= MOST_WORDS
                && !ACTION.matcher(name).matches();
    }

    private static String name(String byline) {
        String plain = CUE.matcher(byline.strip().replaceAll("\\s+", " ")).replaceFirst("");
        return AFTER.matcher(plain).replaceFirst("").strip();
    }
}
