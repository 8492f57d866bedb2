package io.vedette.text.language;

import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.token.Tokens;

/** A document with the tokens of both fields, so that each tagger need not split it again.  Immutable. */
public final class TokenizedDocument {

    private final Document document;
    private final Tokens title;
    private final Tokens body;
    private final String language;

    private TokenizedDocument(Document document, Tokens title, Tokens body, String language) {
        this.document = document;
        this.title = title;
        this.body = body;
        this.language = language;
    }

    /** Splits both fields, and tells the language where the document doesn't say it. */
    public static TokenizedDocument of(Document document) {
        Tokens title = Tokens.of(document.text(Field.TITLE));
        Tokens body = Tokens.of(document.body());
        String given = document.language();
        String language = given != null && !given.isBlank() ? given : LanguageDetector.detect(body);
        if (language.equals(LanguageDetector.UNDETERMINED)) {
            language = LanguageDetector.detect(title);
        }
        return new TokenizedDocument(document, title, body, language);
    }

    public Document document() {
        return document;
    }

    public Tokens tokens(Field field) {
        return field == Field.TITLE ? title : body;
    }

    /** BCP 47; "und" when it could not be told. */
    public String language() {
        return language;
    }
}
