package io.vedette.app.acl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** How permissions are written. */
public enum AclFormat {
    /** Commands for Kafka's own {@code kafka-acls.sh}. */
    SH {
        @Override
        public String write(List<Grant> grants, String bootstrapServers) {
            StringBuilder script = new StringBuilder("#!/bin/sh\n"
                    + "# admin.properties: the settings of a client that may change ACLs\n"
                    + "set -e\n"
                    + "acls() { kafka-acls.sh --bootstrap-server " + quoted(bootstrapServers)
                    + " --command-config \"${ADMIN:-admin.properties}\" --add \"$@\"; }\n");
            Role role = null;
            for (Needed needed : needed(grants)) {
                if (needed.role() != role) {
                    role = needed.role();
                    script.append("\n# ").append(role.label()).append('\n');
                }
                script.append(command(needed)).append('\n');
            }
            return script.toString();
        }
    },
    JSON {
        @Override
        public String write(List<Grant> grants, String bootstrapServers) {
            return tree(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT), grants) + "\n";
        }
    },
    YAML {
        @Override
        public String write(List<Grant> grants, String bootstrapServers) {
            YAMLFactory yaml = YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build();
            return tree(new ObjectMapper(yaml), grants);
        }
    };

    /**
     * The whole text, ending with a line break.
     *
     * @param bootstrapServers where the permissions are to be given
     */
    public abstract String write(List<Grant> grants, String bootstrapServers);

    /** What one principal may do with one thing. */
    private record Needed(Role role, String principal, ResourcePattern resource, List<AclOperation> operations) {}

    private record Thing(Role role, String principal, ResourcePattern resource) {}

    private static List<Needed> needed(List<Grant> grants) {
        Map<Thing, List<AclOperation>> byThing = new LinkedHashMap<>();
        for (Grant grant : grants) {
            byThing.computeIfAbsent(
                            new Thing(
                                    grant.role(),
                                    grant.principal(),
                                    grant.permission().resource()),
                            thing -> new ArrayList<>())
                    .add(grant.permission().operation());
        }
        return byThing.entrySet().stream()
                .map(entry -> new Needed(
                        entry.getKey().role(),
                        entry.getKey().principal(),
                        entry.getKey().resource(),
                        entry.getValue()))
                .toList();
    }

    private static String command(Needed needed) {
        ResourcePattern resource = needed.resource();
        return "acls --allow-principal " + quoted(needed.principal())
                + needed.operations().stream()
                        .map(operation -> " --operation " + word(operation.name()))
                        .collect(Collectors.joining())
                + " --" + option(resource.resourceType()) + " " + quoted(resource.name())
                + (resource.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "");
    }

    private static String tree(ObjectMapper mapper, List<Grant> grants) {
        List<Map<String, Object>> all = needed(grants).stream()
                .map(needed -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("role", needed.role().label());
                    one.put("principal", needed.principal());
                    one.put("resourceType", option(needed.resource().resourceType()));
                    one.put("name", needed.resource().name());
                    one.put(
                            "patternType",
                            needed.resource().patternType().name().toLowerCase(Locale.ROOT));
                    one.put(
                            "operations",
                            needed.operations().stream()
                                    .map(op -> word(op.name()))
                                    .toList());
                    one.put("host", "*");
                    return one;
                })
                .toList();
        try {
            return mapper.writeValueAsString(Map.of("acls", all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String option(ResourceType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** For a POSIX shell. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
