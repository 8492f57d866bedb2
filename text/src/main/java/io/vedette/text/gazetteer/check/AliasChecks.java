package io.vedette.text.gazetteer.check;

import io.vedette.text.token.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names may be: not empty, no signs that belong elsewhere, not given twice, and for actors not somebody else's too. */
final class AliasChecks {

    private static final String ANY_CASE = "~";
    private static final String SIGNS = "<>{}[]=;";

    /** A name of an actor, and when it means this one. */
    private record Claim(
            Row row,
            String id,
            String alias,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean meets(Claim other) {
            return !endsBefore(other) && !other.endsBefore(this);
        }

        private boolean endsBefore(Claim other) {
            return to != null && other.from != null && to.isBefore(other.from);
        }
    }

    private final Findings findings;
    private final Map<String, List<Claim>> claims = new HashMap<>();

    AliasChecks(Findings findings) {
        this.findings = findings;
    }

    /** The aliases of one row, beside its name. */
    void names(Row row, String name, List<String> aliases) {
        Set<String> seen = new HashSet<>();
        seen.add(condition(name) + key(name));
        for (String given : aliases) {
            String alias = given.strip();
            if (alias.isEmpty()) {
                findings.error(row, "has an alias that is empty", "remove the bar that is too many");
                continue;
            }
            String plain = bare(alias);
            if (key(plain).isBlank() || plain.codePoints().anyMatch(c -> SIGNS.indexOf(c) >= 0)) {
                findings.error(
                        row, "no text spells an alias like this: " + alias, "write the name alone, between bars");
            } else if (!seen.add(condition(alias) + key(plain))
                    || seen.contains(ANY_CASE + key(plain)) && isName(alias)) {
                findings.warning(
                        row,
                        "the alias " + alias + " says nothing new",
                        "remove it: capitals, accents and kinds of apostrophe need no alias of their own");
            }
        }
    }

    /** Notes whom an actor's names stand for, to be compared by {@link #clashes}. */
    void claim(
            Row row, String id, String name, List<String> aliases, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<String> all = new ArrayList<>(aliases);
        all.add(name);
        for (String alias : all) {
            String key = condition(alias.strip()) + key(bare(alias.strip()));
            List<Claim> others = claims.computeIfAbsent(key, ignored -> new ArrayList<>(1));
            if (others.stream().noneMatch(other -> other.id().equals(id))) {
                others.add(new Claim(row, id, alias.strip(), from, to));
            }
        }
    }

    /** Two actors that one name may stand for on one day, with nothing that tells them apart. */
    void clashes() {
        for (List<Claim> same : claims.values()) {
            for (int i = 1; i < same.size(); i++) {
                Claim later = same.get(i);
                same.subList(0, i).stream()
                        .filter(later::meets)
                        .findFirst()
                        .ifPresent(
                                first -> findings.warning(
                                        later.row(),
                                        later.alias() + " is " + later.id() + " and also " + first.id() + " of "
                                                + first.row().where() + ", which is read first and always wins",
                                        "keep it with one of them, make it longer, or give both the days on which it means them"));
            }
        }
    }

    private static String bare(String alias) {
        return alias.startsWith("~") || alias.startsWith(",")
                ? alias.substring(1).strip()
                : alias;
    }

    /** When it counts: "WHO" in capitals only, one with a comma behind one only, and so on. */
    private static String condition(String alias) {
        if (!alias.equals(bare(alias))) {
            return alias.substring(0, 1);
        }
        Tokens tokens = Tokens.of(alias);
        if (tokens.count() == 1 && tokens.allCaps(0)) {
            return "A";
        }
        return alias.isEmpty() || Character.isUpperCase(alias.codePointAt(0)) ? "" : ANY_CASE;
    }

    private static boolean isName(String alias) {
        return condition(alias).isEmpty();
    }

    private static String key(String name) {
        Tokens tokens = Tokens.of(name);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < tokens.count(); i++) {
            key.append(tokens.norm(i)).append(' ');
        }
        return key.toString();
    }
}
