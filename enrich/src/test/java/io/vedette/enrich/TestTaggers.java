package io.vedette.enrich;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Taggers whose findings can be told from the text at a glance. */
final class TestTaggers {

    private static final Pattern CAPITALISED = Pattern.compile("\\b[A-Z][a-z]+\\b");

    private TestTaggers() {}

    /** Each capitalised word is a group; a text that says "explode" makes it fail. */
    static Tagger capitalisedWords() {
        return new Tagger(TestTaggers::annotate, "gazetteer-1", "lexicon-1");
    }

    private static Annotations annotate(Document document) {
        if (document.body().contains("explode")) {
            throw new IllegalStateException("the tagger exploded");
        }
        List<Mention> mentions = new ArrayList<>();
        Matcher word = CAPITALISED.matcher(document.body());
        while (word.find()) {
            mentions.add(new Mention(
                    Field.BODY,
                    word.start(),
                    word.end(),
                    word.group(),
                    MentionType.GROUP,
                    null,
                    null,
                    0.5,
                    null,
                    "test",
                    null,
                    null));
        }
        return new Annotations("en", mentions, List.of());
    }
}
