package io.vedette.app.article;

import io.vedette.enrich.Tagger;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.TaggingConfig;
import io.vedette.seeds.Seeds;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.step.StepException;
import io.vedette.text.step.SteppedAnnotator;

/**
 * What tagging and watches lean on, read once for the whole process.
 *
 * @param gazetteer actors and places
 * @param annotator finds them, and claims
 * @param lexicon by which claims are found
 */
public record TagData(Gazetteer gazetteer, SteppedAnnotator annotator, ClaimLexicon lexicon) {

    /**
     * Reads the gazetteer, a user's own files of it included, and the lexicon that Vedette comes with; takes two seconds or
     * three.
     *
     * @throws StartupException if the configuration names a step that there is not, or files that can't be read
     */
    public static TagData load(TaggingConfig tagging) {
        Gazetteer gazetteer = GazetteerFiles.of(tagging.gazetteer()).read();
        try {
            ClaimLexicon lexicon = ClaimLexicon.read(name -> Seeds.open("claims/" + name));
            StandardAnnotator standard = new StandardAnnotator(gazetteer, lexicon);
            SteppedAnnotator annotator = SteppedAnnotator.of(standard, tagging.steps(), tagging.settings());
            return new TagData(gazetteer, annotator, lexicon);
        } catch (StepException e) {
            throw new StartupException(ExitCode.CONFIG, "tagging.steps: " + e.getMessage(), e);
        }
    }

    /** The same with other names; the steps stay those that there are. */
    TagData with(Gazetteer other) {
        return new TagData(other, annotator.after(new StandardAnnotator(other, lexicon)), lexicon);
    }

    /** As the enrich service takes it. */
    public Tagger tagger() {
        return new Tagger(annotator, gazetteer.version(), lexicon.version(), annotator.steps());
    }
}
