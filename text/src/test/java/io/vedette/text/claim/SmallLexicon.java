package io.vedette.text.claim;

import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Span;
import io.vedette.text.language.TokenizedDocument;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lexicon of a few rules, and short ways to tag a sentence with it. */
final class SmallLexicon {

    static final Instant PUBLISHED = Instant.parse("2022-09-13T10:00:00Z");

    private static final Map<String, String> FILES = Map.of(
            "subtypes.tsv",
            """
            air-strike	AIR_DRONE_STRIKE	ASSAULT	195	Air/drone strike
            territory-taken	TERRITORY_CONTROL	ASSAULT	192	-
            force-movement	FORCE_MOVEMENT	MOBILIZE	154	-
            talks	NEGOTIATION	CONSULT	046	-
            threat	THREAT	THREATEN	130	-
            denial	DENIAL	REJECT	016	-
            analysis	ASSESSMENT	-	-	-
            comment	STATEMENT	-	010	-
            accusation	ACCUSATION	ACCUSE	112	-
            promise	AGREEMENT_SUPPORT	AGREE	030	-
            armed-clash	ARMED_CLASH	ASSAULT	190	Armed clash
            visit	NEGOTIATION	CONSULT	042	-	COOPERATIVE
            """,
            "actors.tsv",
            """
            force	army|troops|soldiers	ARMED_FORCE
            group	rebels|rebel|militants	ARMED_GROUP
            civilian	civilians|villagers	-
            leader	president	PERSON,GOVERNMENT
            """,
            "triggers.tsv",
            """
            $force	army|troops
            air strike|strikes	air-strike	0.8
            capture~|captured .. <place>	territory-taken	0.8
            took control of	territory-taken	0.85
            $force .. moving|moved toward|into	force-movement	0.75
            peace? talks	talks	0.7
            fighting	force-movement	0.4	weak
            trade talks	-	0.9
            football|league	-	0.9	topic
            far post	-	0.9	topic
            visit <place>	visit	0.7
            """,
            "cues.tsv",
            """
            said|says|say|saying	VERB	clause object	ASSERTED	comment	0.45
            told	VERB	clause object	ASSERTED	comment	0.45
            added|adding	VERB	clause	ASSERTED	comment	0.4
            claim|claims|claimed	VERB	clause	ASSERTED	comment	0.4
            asked|asks	VERB	clause passive	ASSERTED	comment	0.4
            called	VERB	object passive	ASSERTED	comment	0.28
            wants|wanted	VERB	infinitive object	FUTURE	comment	0.25
            praise~	VERB	object passive	ASSERTED	comment	0.4
            plans	VERB	infinitive	FUTURE	comment	0.25
            believe|believes	VERB	clause	ASSERTED	analysis	0.28
            confident	ADJECTIVE	clause	ASSERTED	analysis	0.25
            denied	VERB	clause object	DENIED	denial	0.8
            accused	VERB	object passive	ASSERTED	accusation	0.8
            threatened	VERB	infinitive object	FUTURE	threat	0.7
            according to	PREP	-	ASSERTED	comment	0.45
            claim that	NOUN	clause passive	POSSIBLE	comment	0.4
            statement by	NOUN	-	ASSERTED	comment	0.4
            support for	NOUN	object	ASSERTED	comment	0.25
            reportedly	NOBODY	-	POSSIBLE	comment	0.25
            :	LABEL	-	ASSERTED	comment	0.35
            """,
            "modality.tsv",
            """
            if	CONDITIONAL	BEFORE	14
            may|might	POSSIBLE	BEFORE	9
            no indication of	DENIED	BEFORE	9
            not	DENIED	BEFORE	3
            will|would	FUTURE	BEFORE	5
            """,
            "quantities.tsv",
            """
            KILLED	killed|killing|dead	-
            WOUNDED	wounded|wounding	-
            THINGS	tank|tanks	tank
            PARTICIPANTS	troops|soldiers	-
            MONEY	$|dollars	USD
            MONEY	euros	EUR
            """,
            "background.tsv",
            """
            anniversary	SENTENCE
            last year	NEAR
            """);

    static final ClaimLexicon LEXICON = with("background.tsv", FILES.get("background.tsv"));

    private SmallLexicon() {}

    static ClaimLexicon with(String file, String content) {
        Map<String, String> files = new HashMap<>(FILES);
        files.put(file, content);
        return ClaimLexicon.read(name -> {
            if (!files.containsKey(name)) {
                throw new FileNotFoundException(name);
            }
            return new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Tags a text in which these words are mentions: "Kyiv=SETTLEMENT". */
    static List<Claim> tag(String text, String... mentions) {
        Document document = new Document(null, text, "en", PUBLISHED);
        return new ClaimTagger(LEXICON).tag(TokenizedDocument.of(document), mentions(text, mentions));
    }

    static Claim only(String text, String... mentions) {
        List<Claim> claims = tag(text, mentions);
        if (claims.size() != 1) {
            throw new AssertionError("not one claim but " + claims);
        }
        return claims.get(0);
    }

    static List<Mention> mentions(String text, String... mentions) {
        List<Mention> found = new ArrayList<>();
        for (String mention : mentions) {
            String[] parts = mention.split("=");
            MentionType type = MentionType.valueOf(parts[1]);
            for (int at = text.indexOf(parts[0]); at >= 0; at = text.indexOf(parts[0], at + 1)) {
                int end = at + parts[0].length();
                String id = "id:" + parts[0];
                found.add(new Mention(
                        Field.BODY, at, end, parts[0], type, id, parts[0], 0.9, parts[0], "test", null, null));
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }

    static String words(String text, Span span) {
        return span == null ? null : text.substring(span.start(), span.end());
    }
}
