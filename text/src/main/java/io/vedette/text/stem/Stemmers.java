package io.vedette.text.stem;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/** The stemmers that there are: one for each language of the Snowball project that Lucene ships. */
public final class Stemmers {

    private static final Stemmer NONE = new Stemmer(null);
    private static final Map<String, Stemmer> BY_LANGUAGE = new HashMap<>();

    static {
        add(ArabicStemmer::new, "ar");
        add(ArmenianStemmer::new, "hy");
        add(BasqueStemmer::new, "eu");
        add(CatalanStemmer::new, "ca");
        add(DanishStemmer::new, "da");
        add(DutchStemmer::new, "nl");
        add(EnglishStemmer::new, "en");
        add(EstonianStemmer::new, "et");
        add(FinnishStemmer::new, "fi");
        add(FrenchStemmer::new, "fr");
        add(GermanStemmer::new, "de");
        add(GreekStemmer::new, "el");
        add(HindiStemmer::new, "hi");
        add(HungarianStemmer::new, "hu");
        add(IndonesianStemmer::new, "id");
        add(IrishStemmer::new, "ga");
        add(ItalianStemmer::new, "it");
        add(LithuanianStemmer::new, "lt");
        add(NepaliStemmer::new, "ne");
        add(NorwegianStemmer::new, "no", "nb", "nn");
        add(PortugueseStemmer::new, "pt");
        add(RomanianStemmer::new, "ro");
        add(RussianStemmer::new, "ru");
        add(SerbianStemmer::new, "sr");
        add(SpanishStemmer::new, "es");
        add(SwedishStemmer::new, "sv");
        add(TamilStemmer::new, "ta");
        add(TurkishStemmer::new, "tr");
        add(YiddishStemmer::new, "yi");
    }

    private Stemmers() {}

    /**
     * The stemmer of a language; always the same object for the same language.
     *
     * @param language a BCP 47 tag, of which the primary language counts: "en-GB" is "en"
     * @return one that leaves words as they are for a language without a stemmer, such as Ukrainian, and for "und"
     */
    public static Stemmer of(String language) {
        int end = language.indexOf('-');
        String primary = end < 0 ? language : language.substring(0, end);
        return BY_LANGUAGE.getOrDefault(primary.toLowerCase(Locale.ROOT), NONE);
    }

    private static void add(Supplier<SnowballStemmer> algorithm, String... languages) {
        Stemmer stemmer = new Stemmer(algorithm);
        for (String language : languages) {
            BY_LANGUAGE.put(language, stemmer);
        }
    }
}
