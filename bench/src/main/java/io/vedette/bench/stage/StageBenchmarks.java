package io.vedette.bench.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs JMH over the steps of tagging. */
@Command(
        name = "jmh",
        description = {
            "Micro-benchmarks of single steps: tokens, language, lookup, mentions, claims, chain; one article each time.",
            "Takes about half a minute for each; --allocation shows bytes allocated for an article."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  bench/run jmh", "  bench/run jmh tokens --files reuters.jsonl.gz --allocation"})
public final class StageBenchmarks implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "REGEX", description = "Which steps (default: all).")
    private String regex = ".*";

    @Option(
            names = "--files",
            split = ",",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--allocation", description = "Also measures what is allocated.")
    private boolean allocation;

    @Override
    public Integer call() throws Exception {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Steps.class.getSimpleName() + ".*" + regex)
                .jvmArgsAppend("-D" + Sample.FILES + "="
                        + files.stream().map(Path::toString).collect(Collectors.joining(",")));
        if (allocation) {
            options.addProfiler(GCProfiler.class);
        }
        new Runner(options.build()).run();
        return 0;
    }
}
