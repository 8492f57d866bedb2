package io.vedette.runtime.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param addresses these; all if empty
 * @param reason what the exception's class or message contains, in any case; null for any
 * @param topic where they were read when they failed; null for any
 * @param since the earliest time; null for any
 */
public record DeadLetterFilter(
        Set<Address> addresses,
        @Nullable String reason,
        @Nullable String topic,
        @Nullable Instant since) implements Predicate<DeadLetter> {

    /** All of them. */
    public static final DeadLetterFilter ALL = new DeadLetterFilter(Set.of(), null, null, null);

    /** Those of these addresses. */
    public static DeadLetterFilter of(Set<Address> addresses) {
        return new DeadLetterFilter(addresses, null, null, null);
    }

    @Override
    public boolean test(DeadLetter letter) {
        DeadLetter.Origin origin = letter.origin();
        return (addresses.isEmpty() || addresses.contains(letter.address()))
                && (reason == null || contains(letter.exception(), reason) || contains(letter.message(), reason))
                && (topic == null || origin != null && origin.topic().equals(topic))
                && (since == null || !letter.time().isBefore(since));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
