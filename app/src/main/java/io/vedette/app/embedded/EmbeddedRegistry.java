package io.vedette.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A schema registry that speaks Confluent's REST API: Apicurio Registry as a child process on the loopback address, its
 * schemas in a file database.
 *
 * <p>The child ends when this process does, however it ends: its standard input tells it.  {@link #start} returns at
 * once, {@link #awaitReady} when schemas can be registered, so that both can start beside the broker.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(100);
    private static final long PATIENCE_SECONDS = 5;
    private static final String LOG = "registry.log";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path directory;
    private final Process process;
    private final String url;

    private EmbeddedRegistry(Path directory, Process process, String url) {
        this.directory = directory;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the child, after finishing off one that a killed run may have left on the same folder.
     *
     * @param directory where its schemas and its log are or will be
     * @throws UncheckedIOException if the folder can't be written or Java can't be run
     */
    public static EmbeddedRegistry start(Path directory, Ports ports) {
        try {
            Files.createDirectories(directory);
            Orphan.finishOff(directory);
            Process process = new ProcessBuilder(RegistryCommand.of(directory, ports.registry()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(LOG).toFile())
                    .start();
            Orphan.note(directory, process.toHandle());
            return new EmbeddedRegistry(directory, process, url(ports));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry can't be started in " + directory, e);
        }
    }

    /** The address that a registry on these ports has. */
    public static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
    }

    /** The address for {@code schema.registry.url}. */
    public String url() {
        return url;
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    /**
     * Waits until the registry answers, a minute at most, and sets the compatibility that it asks of subjects without
     * one of their own.
     *
     * @throws IllegalStateException with the end of its log if it ended or didn't answer in time
     */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the schema registry did not start; the end of its log:\n" + endOfLog());
            }
            Thread.sleep(BETWEEN_CHECKS.toMillis());
        }
    }

    /** Ends the child and waits for it; the schemas are kept. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Orphan.forget(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry in " + directory + " was not ended", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/config"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(directory.resolve(LOG));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
