package io.vedette.bench.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The scorer, a Python script that takes a measure, the gold file and the predictions. */
record Scorer(Path script) {

    Scorer {
        script = script.toAbsolutePath();
    }

    void check() throws NoSuchFileException {
        if (!Files.isRegularFile(script)) {
            throw new NoSuchFileException(script.toString());
        }
    }

    /**
     * Scores.
     *
     * @throws ScorerOutput.UnreadableException with what it printed if it fails
     */
    ScorerOutput score(String measure, Path gold, Path predictions) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        List.of("python3", script.toString(), measure, gold.toString(), predictions.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new ScorerOutput.UnreadableException(
                    script + " " + measure + " ended with exit code " + code + ":\n" + output);
        }
        return new ScorerOutput(output);
    }
}
