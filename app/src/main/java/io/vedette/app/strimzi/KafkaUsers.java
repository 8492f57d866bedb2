package io.vedette.app.strimzi;

import io.vedette.app.acl.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who works in Kafka, as resources of the kind {@code KafkaUser}: Strimzi's user operator makes their credentials and gives
 * them their permissions.
 *
 * @param cluster the name of the {@code Kafka} resource that they belong to
 * @param apiVersion of the resources, such as {@code kafka.strimzi.io/v1}
 * @param authentication how they say who they are
 */
public record KafkaUsers(String cluster, String apiVersion, ClientAuthentication authentication) {

    private static final String KIND_OF_PRINCIPAL = "User:";

    /** The principal of a user of that name; for certificates Strimzi puts {@code CN=} before the name by itself. */
    public static String principal(String user) {
        return KIND_OF_PRINCIPAL + user;
    }

    /**
     * One document for each principal, in the order in which they come; roles with the same principal share one.
     *
     * @param quotas by name of the quota, for all, or by user, dot and name of the quota
     * @throws IllegalArgumentException if a name or quota is none that Strimzi takes
     */
    public List<Map<String, Object>> of(List<Grant> grants, Map<String, String> quotas) {
        Map<String, List<Grant>> byUser = new LinkedHashMap<>();
        for (Grant grant : grants) {
            byUser.computeIfAbsent(grant.principal().substring(KIND_OF_PRINCIPAL.length()), name -> new ArrayList<>())
                    .add(grant);
        }
        UserQuotas allQuotas = new UserQuotas(quotas, byUser.keySet());
        List<Map<String, Object>> resources = new ArrayList<>();
        byUser.forEach((name, allowed) -> resources.add(resource(new KafkaUser(name, allowed, allQuotas.of(name)))));
        return resources;
    }

    private Map<String, Object> resource(KafkaUser user) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", user.name());
        metadata.put("labels", Map.of("strimzi.io/cluster", cluster));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", apiVersion);
        resource.put("kind", "KafkaUser");
        resource.put("metadata", metadata);
        resource.put("spec", user.spec(authentication));
        return resource;
    }
}
