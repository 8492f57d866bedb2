package io.vedette.bench;

import io.vedette.seeds.Seeds;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import java.io.IOException;

/** What Vedette comes with, read anew each time. */
public final class SeedData {

    private SeedData() {}

    public static Gazetteer gazetteer() throws IOException {
        return GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
    }

    public static ClaimLexicon lexicon() {
        return ClaimLexicon.read(name -> Seeds.open("claims/" + name));
    }
}
