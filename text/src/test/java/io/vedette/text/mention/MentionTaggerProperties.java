package io.vedette.text.mention;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerBuilder;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.step.AnnotationCheck;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MentionTaggerProperties {

    private static final MentionTagger TAGGER = new MentionTagger(gazetteer());

    @Property(tries = 500)
    void whateverTheTextMentionsLieInsideItAndInOrder(@ForAll String title, @ForAll("texts") String body) {
        Document document = new Document(title, body, null, null);

        AnnotationCheck.check(
                document, new Annotations("und", TAGGER.tag(TokenizedDocument.of(document)), List.of()), "test");
    }

    @Property(tries = 500)
    void anyLanguageWillDo(@ForAll("texts") String body, @ForAll("languages") String language) {
        Document document = new Document(null, body, language, null);

        AnnotationCheck.check(
                document, new Annotations(language, TAGGER.tag(TokenizedDocument.of(document)), List.of()), "test");
    }

    /** Names, parts of names and noise in any order. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Kharkiv",
                "the 1st",
                "Guards",
                "Tank",
                "Army",
                "Brigade",
                "of",
                "in",
                "-",
                "’s",
                "'",
                ".",
                ",",
                "(",
                ")",
                "President",
                "Anna",
                "Bilyk",
                "said",
                "U.S.",
                "\n",
                "“",
                "”",
                "&",
                "Харкова",
                "لخاركيف",
                "\u0640",
                "\ud83d");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(5))
                .list()
                .ofMaxSize(60)
                .map(words -> String.join(words.hashCode() % 2 == 0 ? " " : "", words));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "uk", "ru", "ar", "fr", "de", "es", "xx", "");
    }

    private static Gazetteer gazetteer() {
        GazetteerBuilder builder = new GazetteerBuilder();
        builder.add(entity("place:kharkiv", MentionType.SETTLEMENT, "Kharkiv"), List.of("Харків", "خاركيف"));
        builder.add(entity("ru-1gta", MentionType.MILITARY_UNIT, "1st Guards Tank Army"), List.of());
        builder.firstName("anna");
        return builder.build();
    }

    private static Entity entity(String id, MentionType type, String name) {
        return new Entity(id, type, name, "UA", null, 1_000_000, List.of(), false, null, null);
    }
}
