package io.vedette.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files lie that are tested here. */
final class Repository {

    /** The repository's own folder, whichever folder the tests are started in. */
    static final Path ROOT = root();

    static final Path DEPLOY = ROOT.resolve("deploy");

    private Repository() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("deploy/helm"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests of deploy inside of the repository");
            }
        }
        return folder;
    }
}
