package io.vedette.app.command;

import io.vedette.app.embedded.PortTakenException;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RetriableException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
public final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String DEBUG = "VEDETTE_DEBUG";

    private final Terminal terminal;

    public Errors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String guess = e instanceof UnmatchedArgumentException unmatched ? guess(unmatched) : "";
        say(command, firstLine(e) + guess + "; see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult result) {
        Throwable e = unwrapped(thrown);
        if (e instanceof Cleanup.EndingException || e instanceof InterruptedException) {
            return ExitCode.FAILED.code();
        }
        ExitCode code = code(e);
        say(command, describe(e, code));
        if (code == ExitCode.INTERNAL && System.getenv(DEBUG) != null) {
            e.printStackTrace(terminal.err());
            terminal.err().flush();
        }
        return code.code();
    }

    private void say(CommandLine command, String message) {
        terminal.out().flush();
        terminal.note(command.getCommandSpec().qualifiedName() + ": " + message);
    }

    private static String guess(UnmatchedArgumentException e) {
        return e.getSuggestions().isEmpty()
                ? ""
                : "; did you mean " + e.getSuggestions().get(0) + "?";
    }

    private static Throwable unwrapped(Throwable e) {
        Throwable cause = e.getCause();
        boolean wrapper = e instanceof ExecutionException
                || e instanceof CompletionException
                || (e instanceof UncheckedIOException
                        && e.getMessage() != null
                        && e.getMessage().startsWith("java."));
        return wrapper && cause != null ? unwrapped(cause) : e;
    }

    private static ExitCode code(Throwable e) {
        if (e instanceof StartupException startup) {
            return startup.exitCode();
        }
        if (e instanceof PortTakenException) {
            return ExitCode.UNAVAILABLE;
        }
        if (e instanceof NoSuchFileException
                || e instanceof AccessDeniedException
                || e instanceof FileNotFoundException) {
            return ExitCode.NO_INPUT;
        }
        // of Kafka's errors those that may go by themselves: a broker that is away, or is just not the leader
        if (e instanceof IOException || e instanceof UncheckedIOException || e instanceof RetriableException) {
            return ExitCode.UNAVAILABLE;
        }
        return ExitCode.INTERNAL;
    }

    private static String describe(Throwable e, ExitCode code) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + ": no such file; check the path";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + ": may not be read; check its permissions";
        }
        if (e instanceof FileNotFoundException) {
            return firstLine(e) + "; check the path";
        }
        if (code == ExitCode.INTERNAL) {
            return "a fault of Vedette's own: " + e.getClass().getSimpleName() + ", " + firstLine(e) + "; set " + DEBUG
                    + "=1 to see where, and report it";
        }
        return e instanceof RetriableException
                ? "Kafka: " + firstLine(e) + "; check kafka.bootstrap.servers and whether the brokers run"
                : firstLine(e);
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
