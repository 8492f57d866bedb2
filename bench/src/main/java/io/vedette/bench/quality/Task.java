package io.vedette.bench.quality;

import static io.vedette.bench.quality.Target.atLeast;
import static io.vedette.bench.quality.Target.atMost;

import java.util.List;

/**
 * A corpus to annotate and to score.
 *
 * @param name for {@code --task}
 * @param file what is annotated, in the folder of corpora, without {@code .jsonl}
 * @param gold what the scorer compares with; mostly the same file
 * @param command which command of Vedette annotates it
 * @param measure which measure of the scorer
 * @param targets what is aimed at
 */
record Task(String name, String file, String gold, String command, String measure, List<Target> targets) {

    private static final String RESOLUTION = "resolution of what was found";
    private static final double CERTAIN = 0.9995;
    static final String ANNOTATE = "annotate";
    static final String EXTRACT = "extract";

    /** Every corpus that a target is set for. */
    static final List<Task> ALL = List.of(
            of(
                    "lgl",
                    "places/lgl",
                    "places",
                    atLeast("recognition, exact", "F1", 0.76),
                    atLeast(RESOLUTION, "acc@161", 0.85),
                    atMost(RESOLUTION, "AUC", 0.17),
                    atLeast("end to end (161 km)", "F1", 0.66)),
            of(
                    "geovirus",
                    "places/geovirus",
                    "places",
                    atLeast("recognition, overlapping", "R", 0.80),
                    atLeast(RESOLUTION, "acc@161", 0.86)),
            of(
                    "cir",
                    "places/cir-ukraine",
                    "places",
                    atLeast("recognition, overlapping", "R", 0.95),
                    atLeast(RESOLUTION, "acc@20", 0.95)),
            of("re3d", "entities/re3d", "entities", atLeast("all, overlapping, typed", "F1", 0.72)),
            people("crossner", "entities/crossner-politics-dev"),
            people("wikigold", "entities/wikigold"),
            of(
                    "polnear",
                    "attribution/polnear-dev",
                    "attribution",
                    atLeast("detection", "F1", 0.75),
                    atLeast("detection and source", "F1", 0.75)),
            of("case2021", "claims/case2021", "claims", atLeast("", "weighted F1", 0.75)),
            of("gsr", "claims/plover-gsr", "claims", atLeast("", "accuracy", 0.65)),
            of("ecb", "stories/ecbplus-dev", "stories", atLeast("B-cubed", "F1", 0.80)),
            new Task(
                    "minhash",
                    "stories/minhash-1000",
                    "stories/minhash-1000.truth",
                    ANNOTATE,
                    "pairs",
                    List.of(atLeast("pairs", "R", CERTAIN), atLeast("pairs", "P", CERTAIN))),
            pages("readability", "extraction/readability", atLeast("pages", "F1", 0.95)),
            pages("trafilatura", "extraction/trafilatura", atLeast("phrases", "F1", 0.90)));

    private static Task of(String name, String file, String measure, Target... targets) {
        return new Task(name, file, file, ANNOTATE, measure, List.of(targets));
    }

    private static Task pages(String name, String file, Target target) {
        return new Task(name, file, file, EXTRACT, "extraction", List.of(target));
    }

    private static Task people(String name, String file) {
        return of(
                name,
                file,
                "entities",
                atLeast("person, overlapping", "F1", 0.80),
                atLeast("organisation, overlapping", "F1", 0.65));
    }
}
