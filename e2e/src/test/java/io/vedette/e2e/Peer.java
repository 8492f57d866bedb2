package io.vedette.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** A program that a test talks to and that not every machine has: README names its Debian package. */
final class Peer {

    private Peer() {}

    /** Where the program is; the test is skipped, with a message, where it isn't. */
    static String require(String program) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
        Assumptions.assumeTrue(present, "SKIPPED: " + program + " is not installed; see README, Optional packages");
        return program;
    }
}
