package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Document;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article of nothing but one name costs. */
class LongArticleTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LENGTH = 60_000;

    private static MentionTagger tagger;

    @BeforeAll
    static void readTheGazetteer() throws IOException {
        tagger = new MentionTagger(GazetteerReader.read(Seeds::open, Seeds.version("gazetteer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob Smith said. ", "He met John Doe in Paris, ", "the Riverside Falcons "})
    void fourTimesTheTextTakesNoMuchMoreThanFourTimesAsLong(String sentence) {
        seconds(sentence, LENGTH); // so that what the compiler does counts for neither

        double once = seconds(sentence, LENGTH);
        double fourTimes = seconds(sentence, 4 * LENGTH);

        // were each occurrence to look at all others, it would take sixteen times as long
        assertThat(fourTimes / once).isLessThan(9);
    }

    private static double seconds(String sentence, int length) {
        TokenizedDocument document = TokenizedDocument.of(Document.of(sentence.repeat(length / sentence.length())));
        long start = THREADS.getCurrentThreadCpuTime();
        assertThat(tagger.tag(document)).isNotEmpty();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
