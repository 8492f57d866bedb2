package io.vedette.text.watch.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what can't all be true at once. */
final class Contradictions {

    private Contradictions() {}

    /** Of parts that must all be true, the later one of each two that exclude each other, and why. */
    static Map<Expression, String> in(List<Expression> parts, Sense sense) {
        Map<Expression, String> found = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> excluded = new HashSet<>();
        Map<String, String> only = new HashMap<>();
        for (Expression part : parts) {
            boolean not = part instanceof Expression.Not;
            String meaning = sense.of(part instanceof Expression.Not negated ? negated.part() : part);
            (not ? excluded : asked).add(meaning);
            if ((not ? asked : excluded).contains(meaning)) {
                found.put(part, "it is asked for and excluded");
            }
            String sort = sort(part);
            String value = sort == null ? null : only.putIfAbsent(sort, meaning);
            if (value != null && !value.equals(meaning)) {
                found.put(part, "there is only one " + sort);
            }
        }
        return found;
    }

    /** What an article or claim has only one of; null for all else. */
    private static @Nullable String sort(Expression part) {
        if (part instanceof Expression.ClaimOfType) {
            return "type of a claim";
        }
        if (part instanceof Expression.ClaimOfSubtype) {
            return "subtype of a claim";
        }
        if (part instanceof Expression.ClaimModality) {
            return "modality of a claim";
        }
        if (part instanceof Expression.ClaimBackground) {
            return "answer to whether a claim is background";
        }
        if (part instanceof Expression.InLanguage) {
            return "language of an article";
        }
        return part instanceof Expression.FromSource ? "source of an article" : null;
    }
}
