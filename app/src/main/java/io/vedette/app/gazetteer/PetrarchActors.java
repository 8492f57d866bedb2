package io.vedette.app.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Actor dictionaries of PETRARCH and its kin (TABARI, Phoenix): a name with its codes in square brackets, further names
 * of the same actor below it with a plus, comments behind a semicolon or hash.
 *
 * <pre>
 * BARACK_OBAMA_ [USAELI &gt;20170120][USAGOV 20090120-20170120] ; a comment
 * +PRESIDENT_OBAMA_
 * </pre>
 *
 * Country and type come from one CAMEO code, its first three letters and those after it: the first with days of office if
 * there is one, and then it is a person.  What has the code of a country only is a place and left out.
 */
final class PetrarchActors {

    private static final Pattern CODE = Pattern.compile("\\[\\s*([A-Z-]*)\\s*([<>]?)(\\d{6,8})?(?:-(\\d{6,8}))?\\s*]");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("GOV", "GOVERNMENT"),
            Map.entry("LEG", "GOVERNMENT"),
            Map.entry("JUD", "AGENCY"),
            Map.entry("MIL", "ARMED_FORCE"),
            Map.entry("COP", "AGENCY"),
            Map.entry("SPY", "AGENCY"),
            Map.entry("REB", "ARMED_GROUP"),
            Map.entry("INS", "ARMED_GROUP"),
            Map.entry("SEP", "ARMED_GROUP"),
            Map.entry("UAF", "ARMED_GROUP"),
            Map.entry("RAD", "ARMED_GROUP"),
            Map.entry("OPP", "PARTY"),
            Map.entry("PTY", "PARTY"),
            Map.entry("MED", "MEDIA"),
            Map.entry("BUS", "COMPANY"),
            Map.entry("MNC", "COMPANY"),
            Map.entry("IGO", "ORGANISATION"),
            Map.entry("NGO", "ORGANISATION"),
            Map.entry("NGM", "ORGANISATION"),
            Map.entry("ELI", "PERSON"));

    private static final Map<String, String> COUNTRIES = countries();

    private final String file;
    private final ImportedActors actors;
    private @Nullable ImportedActor current;

    PetrarchActors(String file, ImportedActors actors) {
        this.file = file;
        this.actors = actors;
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale("", code).getISO3Country(), code);
        }
        codes.putAll(Map.of("KSV", "XK", "ROM", "RO", "TMP", "TL", "ZAR", "CD", "PAL", "PS"));
        return Map.copyOf(codes);
    }

    void read(BufferedReader in) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            String plain = line.replaceFirst("[;#].*", "").strip();
            if (!plain.isEmpty()) {
                line(file + ", line " + number, plain);
            }
        }
    }

    private void line(String where, String line) {
        int bracket = line.indexOf('[');
        String name = name((bracket < 0 ? line : line.substring(0, bracket)).replaceFirst("^\\+", ""));
        ImportedActor actor = current;
        if (line.startsWith("+") && actor != null && !name.isEmpty()) {
            actor.alias(name);
        } else if (line.startsWith("[") && actor != null) {
            codes(where, line, actor);
        } else if (name.isEmpty() || line.startsWith("+")) {
            actors.problem(where, "names nobody; left out: " + line);
        } else {
            current = actors.actor("petrarch:" + ImportedActors.slug(name)).name(name);
            codes(where, line, current);
        }
    }

    /** The code of an office with both its days says most; then one with a day, which is a person's too. */
    private void codes(String where, String line, ImportedActor actor) {
        String best = "";
        String[] days = {"", ""};
        Matcher code = CODE.matcher(line);
        while (code.find()) {
            String first = code.group(3) == null ? "" : day(code.group(3));
            String last = code.group(4) == null ? "" : day(code.group(4));
            boolean fuller =
                    !first.isEmpty() && days[0].isEmpty() && days[1].isEmpty() || !last.isEmpty() && days[1].isEmpty();
            if (best.isEmpty() || fuller) {
                best = code.group(1);
                days = "<".equals(code.group(2)) ? new String[] {"", first} : new String[] {first, last};
            }
        }
        boolean dated = !days[0].isEmpty() || !days[1].isEmpty();
        if (COUNTRIES.containsKey(best) && !dated) {
            actors.problem(where, actor.name() + " has the code of a country only, it is a place; left out");
            actors.remove(actor);
            return;
        }
        actor.valid(days[0], days[1]).type(dated ? "PERSON" : "");
        coded(actor, best);
    }

    private static void coded(ImportedActor actor, String code) {
        String country = code.length() >= 3 ? COUNTRIES.get(code.substring(0, 3)) : null;
        actor.country(country == null ? "" : country);
        for (int i = country == null ? 0 : 3; i + 3 <= code.length(); i += 3) {
            actor.type(TYPES.getOrDefault(code.substring(i, i + 3), ""));
        }
        actor.role(code.isEmpty() ? "" : "CAMEO " + code);
    }

    /** "20090120" and "090120" as ISO 8601. */
    private static String day(String digits) {
        String full = digits.length() == 6 ? (digits.compareTo("40") > 0 ? "19" : "20") + digits : digits;
        return full.length() < 8 ? "" : full.substring(0, 4) + "-" + full.substring(4, 6) + "-" + full.substring(6, 8);
    }

    /** "AL-QAEDA_IN_IRAQ_" as news writes it; what has no vowel is an acronym. */
    private static String name(String written) {
        return Stream.of(written.strip().replaceFirst("^THE[_ ]", "").split("[_\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(PetrarchActors::cased)
                .collect(Collectors.joining(" "));
    }

    private static String cased(String word) {
        boolean acronym = word.length() <= 4 && !word.matches(".*[AEIOUY].*");
        if (acronym || word.contains(".")) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "of", "the", "and", "for", "in", "on", "al", "de", "la", "du" -> lower;
            default ->
                Pattern.compile("(^|-)(\\p{L})")
                        .matcher(lower)
                        .replaceAll(found -> found.group(1) + found.group(2).toUpperCase(Locale.ROOT));
        };
    }
}
