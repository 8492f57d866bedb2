package io.vedette.app.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of files, one file after the other; {@code -} is standard input, {@code .gz} is unpacked.  UTF-8. */
public final class Lines {

    private static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;

    public Lines(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** Takes a line. */
    @FunctionalInterface
    public interface Reader {

        /**
         * One line.
         *
         * @param file as it was named
         * @param number from 1 in each file
         */
        void line(String file, long number, String line) throws IOException, InterruptedException;
    }

    /**
     * Reads every line that is not blank.
     *
     * @throws java.nio.file.NoSuchFileException before the first line is read if one of the files is missing
     */
    public void read(List<String> files, Reader reader) throws IOException, InterruptedException {
        for (String file : files) {
            if (!file.equals(STANDARD_INPUT)) {
                // Fails now rather than after an hour of work on the files in front of it.
                Files.newInputStream(Path.of(file)).close();
            }
        }
        for (String file : files) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
                long number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        reader.line(file, number, line);
                    }
                }
            }
        }
    }

    private InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return standardInput;
        }
        InputStream stream = Files.newInputStream(Path.of(file));
        return file.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
    }
}
