package io.vedette.app.strimzi;

import io.vedette.app.acl.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One user of Kafka with all that it may do.
 *
 * @param name of the resource, and what the user calls itself to the broker
 * @param grants its permissions; those of several roles, if it has them
 * @param quotas by Strimzi's name for them; empty for none
 * @see <a href="https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUser-reference">KafkaUser</a>
 */
record KafkaUser(String name, List<Grant> grants, Map<String, Number> quotas) {

    /** What Kubernetes takes as a name: a subdomain of DNS. */
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    /** X.520 allows no longer common name in a certificate. */
    private static final int LONGEST_COMMON_NAME = 64;

    KafkaUser {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("user " + name
                    + ": Kubernetes takes lower case letters, digits, - and . as a name; give it another with --user");
        }
        grants = List.copyOf(grants);
    }

    /** What stands under {@code spec}. */
    Map<String, Object> spec(ClientAuthentication authentication) {
        boolean certificate =
                authentication == ClientAuthentication.TLS || authentication == ClientAuthentication.TLS_EXTERNAL;
        if (certificate && name.length() > LONGEST_COMMON_NAME) {
            throw new IllegalArgumentException("user " + name + ": a certificate takes " + LONGEST_COMMON_NAME
                    + " letters; give it a shorter name");
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        if (authentication != ClientAuthentication.NONE) {
            spec.put("authentication", Map.of("type", authentication.toString()));
        }
        Map<String, Object> authorization = new LinkedHashMap<>();
        authorization.put("type", "simple");
        authorization.put("acls", acls());
        spec.put("authorization", authorization);
        if (!quotas.isEmpty()) {
            spec.put("quotas", quotas);
        }
        return spec;
    }

    /** A rule for each thing, as Strimzi wants it since 0.33. */
    private List<Map<String, Object>> acls() {
        Map<ResourcePattern, SortedSet<AclOperation>> byResource = new LinkedHashMap<>();
        grants.forEach(grant -> byResource
                .computeIfAbsent(grant.permission().resource(), resource -> new TreeSet<>())
                .add(grant.permission().operation()));
        List<Map<String, Object>> acls = new ArrayList<>();
        byResource.forEach((resource, operations) -> {
            Map<String, Object> acl = new LinkedHashMap<>();
            acl.put("resource", resource(resource));
            acl.put("operations", operations.stream().map(KafkaUser::word).toList());
            acls.add(acl);
        });
        return acls;
    }

    private static Map<String, Object> resource(ResourcePattern pattern) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("type", type(pattern.resourceType()));
        resource.put("name", pattern.name());
        resource.put("patternType", pattern.patternType() == PatternType.PREFIXED ? "prefix" : "literal");
        return resource;
    }

    private static String type(ResourceType type) {
        return switch (type) {
            case TOPIC -> "topic";
            case GROUP -> "group";
            case TRANSACTIONAL_ID -> "transactionalId";
            default -> throw new IllegalArgumentException("no permission of Vedette is for a " + type);
        };
    }

    private static String word(AclOperation operation) {
        return switch (operation) {
            case READ -> "Read";
            case WRITE -> "Write";
            case CREATE -> "Create";
            case DELETE -> "Delete";
            case DESCRIBE -> "Describe";
            default -> throw new IllegalArgumentException("no permission of Vedette is to " + operation);
        };
    }
}
