package io.vedette.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The note that says which child process works on a folder, so that the next start can finish off one that outlived its
 * parent.  A process is known by its pid and the time of its start: no other process is ever touched.
 */
final class Orphan {

    private static final String NOTE = "process";
    private static final long PATIENCE_SECONDS = 5;

    private Orphan() {}

    /** Notes a child that was just started. */
    static void note(Path directory, ProcessHandle child) throws IOException {
        Optional<Instant> started = child.info().startInstant();
        if (started.isPresent()) {
            Files.writeString(directory.resolve(NOTE), child.pid() + " " + started.get() + "\n");
        }
    }

    /** Forgets a child that has ended. */
    static void forget(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NOTE));
    }

    /**
     * Ends the child of an earlier run if it still lives, and waits until it is gone.
     *
     * @return whether there was one
     */
    static boolean finishOff(Path directory) throws IOException {
        Optional<ProcessHandle> orphan = noted(directory);
        orphan.ifPresent(Orphan::end);
        forget(directory);
        return orphan.isPresent();
    }

    private static Optional<ProcessHandle> noted(Path directory) throws IOException {
        try {
            String[] words = Files.readString(directory.resolve(NOTE)).strip().split(" ");
            Instant started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> process.info().startInstant().equals(Optional.of(started)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeParseException e) {
            // Half a note, of a start that was cut short: its child has seen the end of its standard input.
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!awaitEnd(process)) {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    private static boolean awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
