package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Expression.Role;
import io.vedette.text.watch.query.Expression.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes clauses of fields and their values: resolves names, and says what was meant where it can't. */
final class FieldReader {

    /** What {@code title:} is told by. */
    static final String TITLE = "title";

    private static final List<String> ANYWHERE = List.of("actor", "actor.type", "actor.country", "place", "country");
    private static final List<String> OF_ARTICLE = List.of("source", "domain", "lang");
    private static final List<String> OF_CLAIM = List.of(
            "subtype",
            "modality",
            "background",
            "by",
            "said-by",
            "agent",
            "agent.type",
            "agent.country",
            "target",
            "target.type",
            "target.country",
            "plover",
            "cameo",
            "acled");
    private static final String PREFIX = "claim.";

    private static final int SUGGESTIONS = 3;
    private static final int CANDIDATES = 6;
    private static final Pattern CONFIDENCE =
            Pattern.compile("\\[\\s*confidence\\s*>=\\s*([0-9]{1,3}(?:\\.[0-9]{1,9})?)\\s*\\]");
    private static final Set<String> CONFIDENT = Set.of("actor", "place", "country", "agent", "target");

    private final Reading reading;
    private final Entities entities;
    private final Names names;
    private final ValueReader values;

    FieldReader(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
        this.names = new Names(entities);
        this.values = new ValueReader(reading, entities);
    }

    /** The field's name as it is known, without {@code claim.} in front. */
    String known(Lexeme field, boolean inClaim) {
        String written = field.text().toLowerCase(Locale.ROOT);
        boolean prefixed = written.startsWith(PREFIX);
        String name = prefixed ? written.substring(PREFIX.length()) : written;
        if (ANYWHERE.contains(name) || OF_CLAIM.contains(name)) {
            return name;
        }
        if (name.equals("type") || name.equals("claim") && !prefixed) {
            if (!inClaim && !prefixed && name.equals("type")) {
                throw reading.error(field, "type: stands inside claim( )", "write claim:X or claim(type:X …)");
            }
            return "type";
        }
        if (OF_ARTICLE.contains(name) && !prefixed) {
            if (inClaim) {
                String hint = name.equals("source")
                        ? "by: asks who is quoted; source: is the outlet, and stands outside claim( )"
                        : "write it outside claim( )";
                throw reading.error(field, name + ": is about the article, not about a claim", hint);
            }
            return name;
        }
        throw unknown(field);
    }

    /** All fields that a query may name. */
    static List<String> fields() {
        return Stream.of(ANYWHERE, List.of("claim", TITLE), OF_ARTICLE, OF_CLAIM)
                .flatMap(List::stream)
                .toList();
    }

    private QueryException unknown(Lexeme field) {
        List<String> all = fields();
        String nearest = Nearest.close(field.text().toLowerCase(Locale.ROOT), all);
        return reading.error(
                field,
                "there is no field " + field.text(),
                (nearest != null ? "did you mean " + nearest + ":? The" : "the") + " fields are "
                        + String.join(", ", all) + "; put the words in quotation marks to look for them");
    }

    /**
     * A field and its value.
     *
     * @param name as {@link #known} gave it
     */
    Expression.Clause clause(Lexeme field, String name, Lexeme value, boolean inClaim) {
        String text = value.text().strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw reading.error(value, "nothing stands between the quotation marks", null);
        }
        boolean inside = field.kind() == Lexeme.Kind.FIELD;
        if (!inside && !name.equals("place")) {
            throw reading.error(field, "= means nothing in front of " + name + ":", "leave it out");
        }
        double confidence = confidence(name);
        String source = reading.between(field.start(), field.end()) + reading.since(value.start());
        return switch (name) {
            case "place" ->
                new Expression.Place(source, text, ids(MentionKind.PLACE, value, text, inside), inside, confidence);
            case "country" -> new Expression.InCountry(source, values.country(value, text), confidence);
            case "source" -> new Expression.FromSource(source, text);
            case "domain" -> new Expression.FromDomain(source, values.domain(value, text));
            case "lang" -> new Expression.InLanguage(source, values.language(value, text));
            case "actor", "actor.type", "actor.country" -> actor(name, source, value, text, confidence);
            default -> Claims.clause(ofClaim(name, source, value, text, confidence), inClaim);
        };
    }

    private Expression.OfClaim ofClaim(String name, String source, Lexeme value, String text, double confidence) {
        return switch (name) {
            case "type" -> new Expression.ClaimOfType(source, values.claimType(value, text));
            case "subtype" -> new Expression.ClaimOfSubtype(source, values.subtype(value, text));
            case "modality" -> new Expression.ClaimModality(source, values.modality(value, text));
            case "background" -> new Expression.ClaimBackground(source, values.yes(value, text));
            case "by", "said-by" -> new Expression.SaidBy(source, text, speakers(value, text));
            case "plover" -> new Expression.ClaimCoded(source, Scheme.PLOVER, values.plover(value, text));
            case "cameo" -> new Expression.ClaimCoded(source, Scheme.CAMEO, values.cameo(value, text));
            case "acled" -> new Expression.ClaimCoded(source, Scheme.ACLED, values.acled(value, text));
            default -> {
                Role role = name.startsWith("agent") ? Role.AGENT : Role.TARGET;
                String asActor = "actor" + name.substring(role.name().length());
                yield new Expression.InRole(source, role, actor(asActor, source, value, text, confidence));
            }
        };
    }

    private Expression.Standing actor(String name, String source, Lexeme value, String text, double confidence) {
        return switch (name) {
            case "actor.type" -> new Expression.ActorOfType(source, values.actorType(value, text));
            case "actor.country" -> new Expression.ActorOfCountry(source, values.country(value, text));
            default -> new Expression.Actor(source, text, ids(MentionKind.ACTOR, value, text, true), confidence);
        };
    }

    private Set<String> ids(MentionKind kind, Lexeme value, String name, boolean inside) {
        Names.Meaning meaning = names.of(kind, name, inside);
        if (meaning.unknown()) {
            throw nobody(kind, value, name);
        }
        if (meaning.ambiguous()) {
            throw ambiguous(kind, value, name, meaning.all());
        }
        return meaning.chosen();
    }

    private QueryException nobody(MentionKind kind, Lexeme value, String name) {
        String sort = kind.name().toLowerCase(Locale.ROOT);
        if (name.charAt(0) == Names.ID) {
            return reading.error(value, "no " + sort + " has the id " + name.substring(1), "write its name instead");
        }
        String elsewhere = values.elsewhere(kind, name);
        if (elsewhere != null) {
            return reading.error(value, "no " + sort + " of the name " + name + " is known", elsewhere);
        }
        List<String> meant = entities.suggestions(kind, name, SUGGESTIONS);
        String hint = meant.isEmpty()
                ? "look for the words instead: \"" + name + "\""
                : "did you mean " + String.join(", ", meant) + "?";
        return reading.error(value, "no " + sort + " of the name " + name + " is known", hint);
    }

    private QueryException ambiguous(MentionKind kind, Lexeme value, String name, List<String> ids) {
        String candidates =
                ids.stream().limit(CANDIDATES).map(id -> names.told(kind, id)).collect(Collectors.joining(", "));
        String more = ids.size() > CANDIDATES ? ", and " + (ids.size() - CANDIDATES) + " more" : "";
        return reading.error(value, name + " may be any of " + ids.size(), "write which one: " + candidates + more);
    }

    /** Empty where no actor goes by that name alone: it is then looked for in the words of the source. */
    private Set<String> speakers(Lexeme value, String name) {
        Names.Meaning meaning = names.of(MentionKind.ACTOR, name, true);
        if (meaning.unknown() && name.charAt(0) == Names.ID) {
            throw nobody(MentionKind.ACTOR, value, name);
        }
        if (meaning.ambiguous()) {
            throw ambiguous(MentionKind.ACTOR, value, name, meaning.all());
        }
        return meaning.chosen();
    }

    /** What stands in brackets behind a name; 0 where nothing does. */
    private double confidence(String name) {
        if (reading.lexer().peek() != '[') {
            return 0;
        }
        int start = reading.lexer().position();
        Matcher matcher = reading.lexer().take(CONFIDENCE);
        if (matcher == null) {
            throw reading.error(start, "only a confidence can stand in brackets", "write [confidence>=0.8]");
        }
        double confidence = Double.parseDouble(matcher.group(1));
        if (!CONFIDENT.contains(name)) {
            throw reading.error(start, name + ": has no confidence", "leave the brackets out");
        }
        if (confidence > 1) {
            throw reading.error(matcher.start(1), "a confidence is from 0 to 1", "write [confidence>=0.8]");
        }
        return confidence;
    }
}
