package io.vedette.e2e.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own that can be ended in any way and started again; it ends with this process. */
final class Child {

    private static final long PATIENCE_SECONDS = 20;
    /** Ends when its standard input does, however this process went. */
    private static final String FIRST_CLASS = "io.vedette.app.embedded.ParentWatch";

    private final String name;
    private final Path log;
    private final List<String> options;
    private final List<String> program;
    private String classPath = System.getProperty("java.class.path");
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    /**
     * Starts nothing yet.
     *
     * @param logs the folder of its log, to which each start adds
     * @param heapMegabytes at most
     */
    Child(String name, Path logs, int heapMegabytes, List<String> options, String... mainAndArguments) {
        this.name = name;
        this.log = logs.resolve(name + ".log");
        this.options = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError"));
        this.options.addAll(options);
        this.program = List.of(mainAndArguments);
    }

    String name() {
        return name;
    }

    /** For the starts to come; this process' own at first. */
    void classPath(String other) {
        classPath = other;
    }

    /** For the starts to come; null takes a variable away. */
    void environment(String variable, String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
    }

    void start() {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-cp", classPath, FIRST_CLASS));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(name + " can't be started; its log is " + log, e);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** kill -9, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and waits; kills it when it takes more than 20 s. */
    void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it has ended by itself, and says with which code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** How often its log says that. */
    int logged(String words) {
        try (var lines = Files.lines(log)) {
            return (int) lines.filter(line -> line.contains(words)).count();
        } catch (IOException e) {
            throw new IllegalStateException(log + " can't be read", e);
        }
    }

    Path log() {
        return log;
    }
}
