package io.vedette.enrich;

import io.vedette.seeds.Seeds;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The tagger that a service gets. */
final class SeedTagger {

    private SeedTagger() {}

    /** Reads gazetteer and claim lexicon, which takes about a second. */
    static Tagger load() {
        try {
            Gazetteer gazetteer = GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
            ClaimLexicon lexicon = ClaimLexicon.read(name -> Seeds.open("claims/" + name));
            StandardAnnotator annotator = new StandardAnnotator(gazetteer, lexicon);
            return new Tagger(annotator, annotator.gazetteerVersion(), annotator.lexiconVersion());
        } catch (IOException e) {
            throw new UncheckedIOException("the seeds of this build can't be read", e);
        }
    }
}
