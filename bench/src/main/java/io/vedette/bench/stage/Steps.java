package io.vedette.bench.stage;

import io.vedette.bench.stage.Sample.Prepared;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Mention;
import io.vedette.text.gazetteer.Lookup;
import io.vedette.text.language.LanguageDetector;
import io.vedette.text.token.Tokens;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** One article a call; what the step before makes is there already. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class Steps {

    @Benchmark
    public Tokens tokens(Sample sample) {
        return Tokens.of(sample.next().document().body());
    }

    @Benchmark
    public String language(Sample sample) {
        return LanguageDetector.detect(sample.next().tokens());
    }

    @Benchmark
    public Lookup lookup(Sample sample) {
        return sample.gazetteer.lookup(sample.next().tokens());
    }

    @Benchmark
    public List<Mention> mentions(Sample sample) {
        return sample.mentionTagger.tag(sample.next().tokenized());
    }

    @Benchmark
    public List<Claim> claims(Sample sample) {
        Prepared article = sample.next();
        return sample.claimTagger.tag(article.tokenized(), article.mentions());
    }

    @Benchmark
    public Annotations chain(Sample sample) {
        return sample.annotator.annotate(sample.next().document());
    }
}
