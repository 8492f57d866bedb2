package io.vedette.app.strimzi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much users may take of each broker, by Strimzi's names: {@code producerByteRate} and {@code consumerByteRate} in bytes
 * a second, {@code requestPercentage} of a broker's threads, {@code controllerMutationRate} in changes of topics a second.
 */
final class UserQuotas {

    private static final Set<String> WHOLE = Set.of("producerByteRate", "consumerByteRate", "requestPercentage");
    private static final String FRACTION = "controllerMutationRate";

    private final Map<String, Map<String, Number>> byUser = new LinkedHashMap<>();
    private final Map<String, Number> all = new TreeMap<>();

    /**
     * Reads them.
     *
     * @param given by name of the quota, or by name of the user, a dot and name of the quota; that comes first
     * @throws IllegalArgumentException if there is no such quota, user or number
     */
    UserQuotas(Map<String, String> given, Set<String> users) {
        given.forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            String user = dot < 0 ? "" : key.substring(0, dot);
            if (dot >= 0 && !users.contains(user)) {
                throw new IllegalArgumentException(
                        "quota " + key + ": there is no user " + user + "; there is " + String.join(", ", users));
            }
            String name = key.substring(dot + 1);
            (dot < 0 ? all : byUser.computeIfAbsent(user, one -> new TreeMap<>())).put(name, number(name, value));
        });
    }

    Map<String, Number> of(String user) {
        Map<String, Number> quotas = new TreeMap<>(all);
        quotas.putAll(byUser.getOrDefault(user, Map.of()));
        return quotas;
    }

    private static Number number(String name, String value) {
        if (!WHOLE.contains(name) && !name.equals(FRACTION)) {
            throw new IllegalArgumentException("quota " + name
                    + ": there are producerByteRate, consumerByteRate, requestPercentage and controllerMutationRate");
        }
        try {
            Number number = WHOLE.contains(name) ? (Number) Integer.valueOf(value) : (Number) Double.valueOf(value);
            if (number.doubleValue() >= 0 && Double.isFinite(number.doubleValue())) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, for negative numbers, too
        }
        throw new IllegalArgumentException("quota " + name + "=" + value + ": use a "
                + (WHOLE.contains(name) ? "whole number up to " + Integer.MAX_VALUE : "number")
                + ", not below 0");
    }
}
