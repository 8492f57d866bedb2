package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Expression.Form;
import io.vedette.text.watch.query.Expression.Term;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a clause in the one form that all ways to write it have in common. */
final class ClauseForm {

    private ClauseForm() {}

    static String of(Expression.Clause clause, boolean inClaim) {
        if (clause instanceof Term term) {
            return words(term, List.of(term));
        }
        if (clause instanceof Expression.Phrase phrase) {
            return words(phrase, phrase.terms());
        }
        if (clause instanceof Expression.Regex regex) {
            return "/" + regex.pattern() + "/";
        }
        if (clause instanceof Expression.OfClaim ofClaim) {
            return ofClaim(ofClaim, inClaim ? "" : "claim.");
        }
        if (clause instanceof Expression.FromSource source) {
            return "source:" + quoted(source.name());
        }
        if (clause instanceof Expression.FromDomain domain) {
            return "domain:" + domain.domain();
        }
        if (clause instanceof Expression.InLanguage language) {
            return "lang:" + language.language();
        }
        if (clause instanceof Expression.Aged aged) {
            return "age" + aged.comparison().sign() + Values.written(aged.age());
        }
        return standing(clause);
    }

    private static String standing(Expression.Clause clause) {
        if (clause instanceof Expression.Actor actor) {
            return "actor:" + name(actor.name()) + sure(actor.confidence());
        }
        if (clause instanceof Expression.ActorOfType ofType) {
            return "actor.type:" + ofType.type();
        }
        if (clause instanceof Expression.ActorOfCountry ofCountry) {
            return "actor.country:" + ofCountry.country();
        }
        if (clause instanceof Expression.Place place) {
            return (place.inside() ? "place:" : "=place:") + name(place.name()) + sure(place.confidence());
        }
        if (clause instanceof Expression.InCountry country) {
            return "country:" + country.country() + sure(country.confidence());
        }
        if (clause instanceof Expression.InRadius radius) {
            return "RADIUS(" + Values.written(radius.kilometres()) + "km, " + Values.written(radius.latitude()) + ", "
                    + Values.written(radius.longitude()) + ")";
        }
        if (clause instanceof Expression.InBox box) {
            return "BBOX(" + Values.written(box.south()) + ", " + Values.written(box.west()) + ", "
                    + Values.written(box.north()) + ", " + Values.written(box.east()) + ")";
        }
        return clause.source();
    }

    private static String ofClaim(Expression.OfClaim clause, String prefix) {
        return prefix + ofClaim(clause);
    }

    private static String ofClaim(Expression.OfClaim clause) {
        if (clause instanceof Expression.ClaimOfType type) {
            return "type:" + type.type();
        }
        if (clause instanceof Expression.ClaimOfSubtype subtype) {
            return "subtype:" + subtype.subtype();
        }
        if (clause instanceof Expression.ClaimCoded coded) {
            return coded.scheme().name().toLowerCase(Locale.ROOT) + ":" + quoted(coded.code());
        }
        if (clause instanceof Expression.ClaimModality modality) {
            return "modality:" + modality.modality();
        }
        if (clause instanceof Expression.ClaimBackground background) {
            return "background:" + (background.background() ? "yes" : "no");
        }
        if (clause instanceof Expression.SaidBy saidBy) {
            return "by:" + name(saidBy.name());
        }
        if (clause instanceof Expression.InRole role) {
            String actor = of((Expression.Clause) role.actor(), true);
            return role.role().name().toLowerCase(Locale.ROOT) + actor.substring("actor".length());
        }
        if (clause instanceof Expression.Happened happened) {
            LocalDate day = happened.day();
            Duration before = happened.before();
            String value = day != null ? day.toString() : before != null ? "-" + Values.written(before) : "";
            return "when" + happened.comparison().sign() + value;
        }
        if (clause instanceof Expression.Counted counted) {
            return counted(counted) + counted.comparison().sign() + Values.written(counted.number());
        }
        return clause.source();
    }

    private static String counted(Expression.Counted counted) {
        return Values.COUNTS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(counted.kinds()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(counted.source());
    }

    private static String words(Expression.Clause clause, List<Term> terms) {
        Form form = terms.get(0) instanceof Expression.Word word ? word.form() : Form.STEM;
        String words = terms.stream().map(ClauseForm::text).collect(Collectors.joining(" "));
        if (form == Form.CASE) {
            return "Cs(" + words + ")";
        }
        String patterns = words.replace('*', 'x').replace('?', 'x');
        List<String> read = Words.of(words.equals(patterns) ? words : patterns);
        List<String> meant = terms.stream()
                .map(term -> text(term).replace('*', 'x').replace('?', 'x'))
                .toList();
        if (!read.equals(meant)) {
            return clause.source();
        }
        boolean plain = terms.size() == 1 && plain(words);
        return (form == Form.EXACT ? "=" : "") + (plain ? words : "\"" + words + "\"");
    }

    private static String text(Term term) {
        return term instanceof Expression.Word word ? word.word() : ((Expression.Wildcard) term).pattern();
    }

    /** Whether it reads as itself without quotation marks. */
    private static boolean plain(String word) {
        return word.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '\'' || c == '.' || c == '*' || c == '?');
    }

    private static String name(String name) {
        return name.charAt(0) == Names.ID ? quoted(name) : quoted(name.toLowerCase(Locale.ROOT));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String sure(double confidence) {
        return confidence == 0 ? "" : "[confidence>=" + Values.written(confidence) + "]";
    }
}
