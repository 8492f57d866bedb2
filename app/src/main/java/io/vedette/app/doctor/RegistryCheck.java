package io.vedette.app.doctor;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.runtime.config.RegistryConfig;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the schema registry answers, has the very schemas that this version writes, and guards them as configured. */
final class RegistryCheck implements Check {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final RegistryConfig config;
    private final SchemaRegistryClient client;
    private final List<Topic<?, ?>> topics;

    RegistryCheck(
            RegistryConfig config, SchemaRegistryClient client, List<Topic<?, ?>> topics, List<Topic<?, ?>> internal) {
        this.config = config;
        this.client = client;
        this.topics = new ArrayList<>(topics);
        this.topics.addAll(internal);
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public List<Finding> look() {
        String level = config.compatibility().name();
        try {
            List<String> missing = new SchemaRegistration(client, level).missing(topics);
            List<Finding> findings = new ArrayList<>();
            for (String subject : missing) {
                findings.add(Finding.wrong(
                        name(), subject + " lacks the schema that this version writes", "run: vedette topics create"));
            }
            for (Topic<?, ?> topic : topics) {
                if (topic.valueType() != null && !missing.contains(topic.valueSubject())) {
                    compatibility(topic.valueSubject(), level, findings);
                }
            }
            if (findings.isEmpty()) {
                findings.add(
                        Finding.ok(name(), "all schemas of this version are registered, with compatibility " + level));
            }
            return findings;
        } catch (RestClientException e) {
            return List.of(refused(e));
        } catch (IOException e) {
            return List.of(Finding.wrong(
                    name(),
                    config + " does not answer: " + Doctor.reason(e),
                    "check registry.url, and registry.client.schema.registry.ssl.* if it has TLS"));
        }
    }

    private void compatibility(String subject, String level, List<Finding> findings)
            throws IOException, RestClientException {
        String found;
        try {
            found = client.getCompatibility(subject);
        } catch (RestClientException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw e;
            }
            found = "that of the registry";
        }
        if (!level.equals(found)) {
            findings.add(Finding.warning(
                    name(),
                    subject + " has compatibility " + found + ", not " + level,
                    "run: vedette topics create; or set registry.compatibility"));
        }
    }

    private Finding refused(RestClientException e) {
        boolean login = e.getStatus() == UNAUTHORIZED || e.getStatus() == FORBIDDEN;
        return Finding.wrong(
                name(),
                "the registry refuses: " + e.getMessage(),
                login
                        ? "check registry.client.basic.auth.* and what that user may read"
                        : "look at the registry's log");
    }
}
