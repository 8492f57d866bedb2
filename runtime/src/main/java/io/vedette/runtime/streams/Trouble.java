package io.vedette.runtime.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TopologyException;

/** Whose fault an exception is: the record's, the surroundings', or the program's. */
public final class Trouble {
    private static final int SCHEMA_NOT_FOUND = 40_403;

    private Trouble() {}

    /**
     * Whether the same record may go well later: a registry or broker that is away, slow or forbidding, or a store that
     * failed. Of the registry's answers only "there is no schema of that id" is the record's fault.
     */
    public static boolean ofSurroundings(Throwable thrown) {
        for (Throwable cause : chain(thrown)) {
            if (cause instanceof RestClientException answer) {
                return answer.getErrorCode() != SCHEMA_NOT_FOUND;
            }
            if (surroundings(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no repetition can help, because the program or its configuration is wrong. */
    static boolean ofProgram(Throwable thrown) {
        for (Throwable cause : chain(thrown)) {
            if (cause instanceof TopologyException
                    || cause instanceof UnsupportedVersionException
                    || (cause instanceof ConfigException && !unresolved(cause))
                    || cause instanceof VirtualMachineError
                    || cause instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }

    /** The innermost cause: what really happened. */
    static Throwable root(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return chain.get(chain.size() - 1);
    }

    /** One line for a person. */
    public static String describe(Throwable thrown) {
        Throwable root = root(thrown);
        String message = root.getMessage();
        return root.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }

    private static boolean surroundings(Throwable cause) {
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return cause instanceof JsonProcessingException || !decoding(cause);
        }
        return cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || cause instanceof InterruptException
                || (cause instanceof ApiException && !(cause instanceof SerializationException))
                || (cause instanceof StreamsException && cause.getCause() == null);
    }

    /** Avro's decoders report truncated and malformed bytes as I/O errors; those are the record's. */
    private static boolean decoding(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("org.apache.avro.io.")) {
                return true;
            }
        }
        return false;
    }

    /** A broker's name that DNS does not know yet, as when both are started together. */
    private static boolean unresolved(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("resolvable bootstrap");
    }

    /** The exception and its causes, outermost first; ends where it would go round in a circle. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
