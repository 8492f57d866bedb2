package io.vedette.text;

import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.claim.ClaimTagger;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.util.List;

/** Language by stop words, mentions by a gazetteer and patterns, claims by a lexicon.  Immutable. */
public final class StandardAnnotator implements Annotator {

    private final MentionTagger mentionTagger;
    private final ClaimTagger claimTagger;
    private final String gazetteerVersion;
    private final String lexiconVersion;

    public StandardAnnotator(Gazetteer gazetteer, ClaimLexicon lexicon) {
        this.mentionTagger = new MentionTagger(gazetteer);
        this.claimTagger = new ClaimTagger(lexicon);
        this.gazetteerVersion = gazetteer.version();
        this.lexiconVersion = lexicon.version();
    }

    @Override
    public Annotations annotate(Document document) {
        TokenizedDocument tokenized = TokenizedDocument.of(document);
        List<Mention> mentions = mentionTagger.tag(tokenized);
        return new Annotations(tokenized.language(), mentions, claimTagger.tag(tokenized, mentions));
    }

    /** What stands for the gazetteer's content, to be kept with what it found. */
    public String gazetteerVersion() {
        return gazetteerVersion;
    }

    /** What stands for the claim lexicon's content, to be kept with what it found. */
    public String lexiconVersion() {
        return lexiconVersion;
    }
}
