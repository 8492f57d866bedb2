package io.vedette.runtime.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What of {@code tracing} OpenTelemetry's own environment variables say, so that a platform which sets them for everybody
 * need not be told of Vedette: endpoint, headers, time-out, sampler, service and resource.  {@code OTEL_SDK_DISABLED} turns
 * tracing off.
 */
final class OtelVariables {

    private static final String EXPORTER = "OTEL_EXPORTER_OTLP_";
    private static final String SAMPLER = "OTEL_TRACES_SAMPLER";

    private final Map<String, String> env;
    private final Map<String, Setting> settings = new TreeMap<>();

    private OtelVariables(Map<String, String> env) {
        this.env = env;
    }

    /**
     * The settings that they make.
     *
     * @throws ConfigurationException if one asks for what Vedette does not do
     */
    static Map<String, Setting> of(Map<String, String> env) {
        OtelVariables variables = new OtelVariables(env);
        if (!env.getOrDefault("OTEL_SDK_DISABLED", "").equalsIgnoreCase("true")
                && !env.getOrDefault("OTEL_TRACES_EXPORTER", "").equals("none")) {
            variables.exporter();
            variables.sampler();
            variables.single("OTEL_SERVICE_NAME", "tracing.serviceName", UnaryOperator.identity());
            variables.pairs("OTEL_RESOURCE_ATTRIBUTES", "tracing.attributes", false);
        }
        return variables.settings;
    }

    private void exporter() {
        for (String signal : new String[] {"", "TRACES_"}) {
            String protocol = env.getOrDefault(EXPORTER + signal + "PROTOCOL", "http/protobuf");
            boolean sent = env.containsKey(EXPORTER + "ENDPOINT") || env.containsKey(EXPORTER + "TRACES_ENDPOINT");
            if (sent && !protocol.equals("http/protobuf") && !protocol.isBlank()) {
                throw new ConfigurationException(
                        "environment variable " + EXPORTER + signal + "PROTOCOL is \"" + protocol
                                + "\"; Vedette speaks http/protobuf: set that, and the endpoint's port for it, 4318 as a rule");
            }
        }
        single(EXPORTER + "ENDPOINT", "tracing.endpoint", base -> base.replaceAll("/+$", "") + "/v1/traces");
        single(EXPORTER + "TRACES_ENDPOINT", "tracing.endpoint", UnaryOperator.identity());
        for (String signal : new String[] {"", "TRACES_"}) {
            pairs(EXPORTER + signal + "HEADERS", "tracing.headers", true);
            single(EXPORTER + signal + "TIMEOUT", "tracing.timeout", millis -> millis + "ms");
        }
    }

    private void sampler() {
        switch (env.getOrDefault(SAMPLER, "")) {
            case "always_off", "parentbased_always_off" -> single(SAMPLER, "tracing.ratio", any -> "0");
            case "traceidratio", "parentbased_traceidratio" ->
                single(SAMPLER + "_ARG", "tracing.ratio", UnaryOperator.identity());
            default -> {} // all of them, as without the variable
        }
    }

    private void single(String variable, String key, UnaryOperator<String> value) {
        String given = env.get(variable);
        if (given != null && !given.isBlank()) {
            put(variable, key, value.apply(given.strip()), false);
        }
    }

    /** {@code key=value} with commas between, the values percent-encoded. */
    private void pairs(String variable, String section, boolean secret) {
        for (String pair : env.getOrDefault(variable, "").split(",")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[0].isBlank()) {
                put(variable, section + "." + parts[0].strip(), decoded(variable, parts[1].strip()), secret);
            }
        }
    }

    private static String decoded(String variable, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "environment variable " + variable + " has a value that is not percent-encoded rightly");
        }
    }

    private void put(String variable, String key, String value, boolean secret) {
        settings.put(key, new Setting(key, List.of(value), "environment variable " + variable, false, secret));
    }
}
