package io.vedette.app.article;

import io.vedette.enrich.Tagger;
import io.vedette.seeds.Seeds;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What tagging and watches lean on, read once for the whole process.
 *
 * @param gazetteer actors and places
 * @param annotator finds them, and claims
 */
public record TagData(Gazetteer gazetteer, StandardAnnotator annotator) {

    /** Reads the gazetteer and the lexicon that Vedette comes with; takes about a second. */
    public static TagData load() {
        try {
            Gazetteer gazetteer = GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
            ClaimLexicon lexicon = ClaimLexicon.read(name -> Seeds.open("claims/" + name));
            return new TagData(gazetteer, new StandardAnnotator(gazetteer, lexicon));
        } catch (IOException e) {
            throw new UncheckedIOException("the seeds that Vedette comes with can't be read; build it again", e);
        }
    }

    /** As the enrich service takes it. */
    public Tagger tagger() {
        return new Tagger(annotator, annotator.gazetteerVersion(), annotator.lexiconVersion());
    }
}
