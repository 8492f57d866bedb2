package io.vedette.app.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line of the registry's process. */
final class RegistryCommand {

    /** What the runner jar's manifest names. */
    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    private RegistryCommand() {}

    /**
     * Java, {@link ParentWatch} and Apicurio.
     *
     * @throws IOException if the registry isn't beside the program
     */
    static List<String> of(Path directory, int port) throws IOException {
        Path program = program();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.banner.enabled=false",
                "-Dquarkus.log.console.color=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + directory.toAbsolutePath().resolve("schemas"),
                "-cp",
                runner(program) + File.pathSeparator + program,
                ParentWatch.class.getName(),
                MAIN);
    }

    /** The jar or folder that this class is in: {@code dist/lib/*.jar}, or {@code classes} in a build. */
    private static Path program() throws IOException {
        try {
            return Path.of(RegistryCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("where is the program? ", e);
        }
    }

    private static Path runner(Path program) throws IOException {
        Path home = Files.isDirectory(program)
                ? program.resolveSibling("dist").resolve("registry")
                : program.resolveSibling("../registry").normalize();
        if (Files.isDirectory(home)) {
            try (Stream<Path> files = Files.list(home)) {
                return files.filter(file -> file.toString().endsWith("-runner.jar"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no *-runner.jar in " + home + ": build again"));
            }
        }
        throw new IOException("no schema registry in " + home + ": run mvn -DskipTests package");
    }
}
