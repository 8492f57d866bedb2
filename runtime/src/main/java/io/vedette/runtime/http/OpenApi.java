package io.vedette.runtime.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes endpoints as OpenAPI 3.0 does, from the same objects that answer. */
final class OpenApi {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String PROBLEM = "Problem";
    private static final List<String> SCHEMES = List.of("bearer", "apiKey", "basic");

    private final ObjectNode document = Json.MAPPER.createObjectNode();
    private final ShapeSchemas schemas;

    private OpenApi() {
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "Vedette")
                .put("version", "1")
                .put("description", "Watches over the news, the alerts that they raise, and the articles behind them.");
        document.putObject("paths");
        ObjectNode components = document.putObject("components");
        secure(components.putObject("securitySchemes"));
        schemas = new ShapeSchemas(components.putObject("schemas"));
        schemas.name(Shape.object(
                PROBLEM, "type", Shape.TEXT, "title", Shape.TEXT, "status", Shape.WHOLE_NUMBER, "detail", Shape.TEXT));
    }

    static ObjectNode of(List<Endpoint> endpoints) {
        OpenApi api = new OpenApi();
        endpoints.stream().filter(Endpoint::described).forEach(api::add);
        return api.document;
    }

    private void add(Endpoint endpoint) {
        ObjectNode operation = document.withObjectProperty("paths")
                .withObjectProperty(endpoint.path())
                .putObject(endpoint.method().name().toLowerCase(Locale.ROOT));
        operation.put("operationId", operationId(endpoint));
        operation.put("summary", endpoint.summary());
        operation.putArray("tags").add(endpoint.path().split("/")[2]);
        ArrayNode parameters = operation.putArray("parameters");
        Matcher inPath = PATH_PARAMETER.matcher(endpoint.path());
        while (inPath.find()) {
            parameters
                    .addObject()
                    .put("in", "path")
                    .put("name", inPath.group(1))
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        for (Endpoint.Parameter parameter : endpoint.parameters()) {
            parameters
                    .addObject()
                    .put("in", parameter.in())
                    .put("name", parameter.name())
                    .put("description", parameter.description())
                    .set("schema", schemas.of(parameter.shape()));
        }
        addBody(endpoint, operation);
        ObjectNode responses = operation.putObject("responses");
        addAnswers(endpoint, responses);
        addSecurity(endpoint, operation, responses);
    }

    /** Keys go where tokens go, or into a header of their own, or where a password would be. */
    private static void secure(ObjectNode schemes) {
        schemes.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key, or a token of the configured OpenID Connect provider.");
        schemes.putObject("apiKey").put("type", "apiKey").put("in", "header").put("name", "X-Api-Key");
        schemes.putObject("basic")
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "A key as the password, for feed readers; the user name is not looked at.");
    }

    private static void addSecurity(Endpoint endpoint, ObjectNode operation, ObjectNode responses) {
        Scope scope = endpoint.scope();
        ArrayNode security = operation.putArray("security");
        if (scope == null) {
            return;
        }
        SCHEMES.forEach(scheme -> security.addObject().putArray(scheme));
        operation.put("x-vedette-scope", scope.word());
        operation.put("description", "Where keys are needed, one with the scope " + scope.word() + ".");
        describe(responses, "401", "A key or token is needed, and there is none that is known.");
        describe(responses, "403", "The key or token has not the scope " + scope.word() + ".");
        describe(responses, "429", "Too many requests of this caller; Retry-After says when to go on.");
    }

    private static void describe(ObjectNode responses, String status, String description) {
        if (!responses.has(status)) {
            responses.putObject(status).put("description", description);
        }
    }

    private void addBody(Endpoint endpoint, ObjectNode operation) {
        Endpoint.Body body = endpoint.body();
        if (body != null) {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            for (String mediaType : body.mediaTypes()) {
                content.putObject(mediaType).set("schema", schemas.of(body.shape()));
            }
        }
    }

    private void addAnswers(Endpoint endpoint, ObjectNode responses) {
        for (Endpoint.Answer answer : endpoint.answers()) {
            ObjectNode response = responses.putObject(Integer.toString(answer.status()));
            response.put("description", answer.description());
            Shape shape = answer.shape();
            if (shape != null) {
                ObjectNode content = response.putObject("content");
                for (String mediaType : answer.mediaTypes()) {
                    content.putObject(mediaType).set("schema", schemas.of(shape));
                }
            }
        }
        ObjectNode problem = responses.putObject("default");
        problem.put("description", "What is wrong, as RFC 9457 writes it.");
        problem.putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .putObject("schema")
                .put("$ref", ShapeSchemas.REF + PROBLEM);
    }

    /** GET /api/watches/{id}/stats is getWatchesIdStats. */
    private static String operationId(Endpoint endpoint) {
        StringBuilder id = new StringBuilder(endpoint.method().name().toLowerCase(Locale.ROOT));
        for (String part : endpoint.path().substring("/api".length()).split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }
}
