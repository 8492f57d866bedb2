package io.vedette.bench.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One instance of a service in a process of its own, which ends with this one. */
final class ServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long TIME_TO_END_SECONDS = 20;
    /** Ends when its standard input does. */
    private static final String FIRST_CLASS = "io.vedette.app.embedded.ParentWatch";

    private final String service;
    private final Process process;
    private final int port;

    private ServiceProcess(String service, Process process, int port) {
        this.service = service;
        this.process = process;
        this.port = port;
    }

    /**
     * Returns at once.
     *
     * @param service as the command calls it
     * @param log is added to
     */
    static ServiceProcess start(String service, int port, int heapMegabytes, Map<String, String> settings, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx" + heapMegabytes + "m"));
        settings.forEach((key, value) -> command.add("-Dvedette." + key + "=" + value));
        command.add("-Dvedette.http.port=" + port);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), FIRST_CLASS, "io.vedette.app.Vedette", service));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ServiceProcess(service, process, port);
    }

    String service() {
        return service;
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(service + " ended with " + process.exitValue());
        }
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Processor time used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The sum of all time series of that name, as Prometheus would see it; 0 if there is none. */
    double metric(String name) throws IOException {
        return metric(name, "");
    }

    /** The same of those with a label, such as {@code area="heap"}. */
    double metric(String name, String label) throws IOException {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Bytes in use after a collection. */
    double heap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return metric("jvm_memory_used_bytes", "area=\"heap\"");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIME_TO_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
