package io.vedette.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.JSON;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Holds manifests against the types that they claim to be. Kubernetes' own refuse fields that they do not have, miss
 * those that are required, and values of another type; those of operators refuse unknown fields and other types.
 */
final class KubernetesTypes {

    private static final Map<String, Class<?>> OF_OPERATORS = Map.of(
            "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class,
            "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class,
            "kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class,
            "kafka.strimzi.io/v1 KafkaUser", KafkaUser.class);

    private static final Map<String, String> GROUPS =
            Map.of("v1", "V1", "apps/v1", "V1", "batch/v1", "V1", "policy/v1", "V1", "networking.k8s.io/v1", "V1");

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NothingElse());

    private KubernetesTypes() {}

    /** Whether there is a type to hold it against. */
    static boolean knows(JsonNode manifest) {
        return OF_OPERATORS.containsKey(type(manifest)) || GROUPS.containsKey(group(manifest));
    }

    /**
     * Passes over a manifest that is of its type.
     *
     * @throws AssertionError if it is not, or its type is not known
     */
    static void check(JsonNode manifest) {
        Class<?> type = OF_OPERATORS.get(type(manifest));
        try {
            if (type != null) {
                STRICT.treeToValue(manifest, type);
            } else {
                checkAgainstKubernetes(manifest);
            }
        } catch (IOException e) {
            throw new AssertionError(describe(manifest, e), e);
        }
    }

    /** The same, as a value of that type, which has to be an operator's. */
    static <T> T as(JsonNode manifest, Class<T> type) {
        check(manifest);
        return STRICT.convertValue(manifest, type);
    }

    private static void checkAgainstKubernetes(JsonNode manifest) {
        String name = "io.kubernetes.client.openapi.models." + GROUPS.get(group(manifest))
                + manifest.path("kind").asText();
        try {
            Class<?> type = Class.forName(name);
            JsonElement element = JsonParser.parseString(manifest.toString());
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
            new JSON();
            JSON.getGson().fromJson(element, type);
        } catch (InvocationTargetException e) {
            throw new AssertionError(describe(manifest, e.getCause()), e.getCause());
        } catch (RuntimeException e) {
            throw new AssertionError(describe(manifest, e), e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("there is no " + name, e);
        }
    }

    private static String describe(JsonNode manifest, Throwable reason) {
        return type(manifest) + " " + manifest.at("/metadata/name").asText() + ": " + reason.getMessage();
    }

    private static String type(JsonNode manifest) {
        return group(manifest) + " " + manifest.path("kind").asText();
    }

    private static String group(JsonNode manifest) {
        return manifest.path("apiVersion").asText();
    }

    /** The models take any other field and keep it, for newer servers; here it is a mistake. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }
}
