package io.vedette.text.watch.query;

import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/** What counts as a word, in a query as in an article: words and numbers, not signs, quotation marks and possessives. */
public final class Words {

    private Words() {}

    /** Whether a token of that kind is a word. */
    public static boolean counts(TokenKind kind) {
        return kind == TokenKind.WORD || kind == TokenKind.NUMBER;
    }

    /** The words of a piece of a query, normed. */
    public static List<String> of(String text) {
        Tokens tokens = Tokens.of(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            if (counts(tokens.kind(i)) && !tokens.norm(i).isEmpty()) {
                words.add(tokens.norm(i));
            }
        }
        return List.copyOf(words);
    }
}
