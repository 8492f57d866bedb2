package io.vedette.text.claim;

import io.vedette.text.Claim;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.language.TokenizedDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claims of a document by the rules of a lexicon.  Immutable and safe to use from many threads; time is
 * linear in the text's length.
 */
public final class ClaimTagger {

    private final ClaimLexicon lexicon;

    public ClaimTagger(ClaimLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The document's claims, by field (title first), then start.
     *
     * @param mentions the document's mentions, by field and then start; claims name them by their index
     */
    public List<Claim> tag(TokenizedDocument document, List<Mention> mentions) {
        LocalDate published = day(document.document().published());
        List<Claim> claims = new ArrayList<>();
        for (Field field : Field.values()) {
            FieldTokens tokens =
                    new FieldTokens(field, document.tokens(field), mentions, lexicon.ids(), lexicon.actors());
            claims.addAll(new FieldClaims(lexicon, tokens, mentions, published).find());
        }
        return ClaimRelations.relate(claims, mentions);
    }

    private static @Nullable LocalDate day(@Nullable Instant published) {
        return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
    }
}
