package io.vedette.alerts.feedback;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Why an alert is not what was asked for. */
public enum RejectReason {
    /** It is about somebody else of that name. */
    WRONG_ENTITY,
    /** It is about another place of that name. */
    WRONG_PLACE,
    /** It happened long ago. */
    OLD_NEWS,
    /** It was told before. */
    DUPLICATE,
    /** It is about something else altogether. */
    OFF_TOPIC;

    /**
     * The reason of that name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static RejectReason of(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reason: \"" + name + "\" is none; use "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
