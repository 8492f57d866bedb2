package io.vedette.text.article;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of months in some languages, as the Unicode CLDR has them: whole and short, as they stand in a date and alone.
 * Feeds shorten them in other ways, too, so the beginning of a name does for it, if it is that of one month only.
 */
final class MonthNames {

    private static final List<String> LANGUAGES = List.of(
            "en", "uk", "ru", "de", "fr", "es", "it", "pt", "pl", "nl", "cs", "ro", "sv", "da", "nb", "fi", "hu", "tr",
            "el", "bg", "sr", "ar", "fa", "he", "id");

    private static final int SHORTEST_BEGINNING = 3;
    private static final int AMBIGUOUS = 0;

    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    /**
     * The number of a month.
     *
     * @param name in small letters, without a full stop
     * @return 1 to 12; empty if no language has that name, or two mean two months by it
     */
    static Optional<Integer> find(String name) {
        Integer exact = MONTHS.get(name);
        if (exact != null || name.length() < SHORTEST_BEGINNING) {
            return Optional.ofNullable(exact).filter(month -> month != AMBIGUOUS);
        }
        Set<Integer> begun = MONTHS.entrySet().stream()
                .filter(month -> month.getKey().startsWith(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return begun.size() == 1 ? begun.stream().findAny().filter(month -> month != AMBIGUOUS) : Optional.empty();
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : TextStyle.values()) {
                    if (!style.name().startsWith("NARROW")) {
                        String name = month.getDisplayName(style, locale).toLowerCase(Locale.ROOT);
                        months.merge(name.replace(".", ""), month.getValue(), (a, b) -> a.equals(b) ? a : AMBIGUOUS);
                    }
                }
            }
        }
        return Map.copyOf(months);
    }
}
