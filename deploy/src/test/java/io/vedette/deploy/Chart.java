package io.vedette.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Helm chart, linted and rendered by Helm. */
final class Chart {

    static final Path FOLDER = Repository.DEPLOY.resolve("helm/vedette");

    private static final String KUBERNETES = "1.31.0";

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** What the release {@code news} in the namespace {@code desk} consists of with these values over the defaults. */
    static List<JsonNode> render(String values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                TemplateCommand command = new Helm(FOLDER)
                        .template()
                        .withName("news")
                        .withNamespace("desk")
                        .withKubeVersion(KUBERNETES);
                return Yaml.documents(
                        command.withValuesFile(Files.writeString(file, values)).call());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only one of that kind and name. */
    static JsonNode find(List<JsonNode> manifests, String kind, String name) {
        List<JsonNode> found = manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind + " " + name + " instead of one");
        }
        return found.get(0);
    }

    static List<JsonNode> ofKind(List<JsonNode> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }
}
