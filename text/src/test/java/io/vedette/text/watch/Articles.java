package io.vedette.text.watch;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles and their annotations, put together by hand. */
final class Articles {

    static final Entities ENTITIES = new FewEntities();

    private Articles() {}

    static MatchableArticle of(String body) {
        return of("", body, "en", List.of(), List.of());
    }

    static MatchableArticle of(String title, String body, String language, List<Mention> mentions, List<Claim> claims) {
        Document document = new Document(title, body, language, null);
        return MatchableArticle.of(document, new Annotations(language, mentions, claims), ENTITIES);
    }

    /** A mention of the first place in the body where these words stand. */
    static Mention mention(String body, String words, MentionType type, @Nullable String id) {
        int start = body.indexOf(words);
        int end = start + words.length();
        String name = id == null ? null : "Name of " + id;
        return new Mention(Field.BODY, start, end, words, type, id, name, 0.9, words, "test", null, null);
    }

    /** A claim of the whole body. */
    static Claim claim(String body, ClaimType type, Modality modality, boolean background, @Nullable Span trigger) {
        return new Claim(
                Field.BODY,
                0,
                body.length(),
                type,
                null,
                null,
                null,
                null,
                modality,
                background,
                null,
                0.9,
                trigger,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "test");
    }
}
