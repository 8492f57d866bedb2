package io.vedette.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code deploy/prometheus}. */
final class Alarms {

    static final Path FOLDER = Path.of("../deploy/prometheus");

    /** Every name of a metric of ours has an underscore, and no function or keyword that the rules use has one without a bracket. */
    private static final Pattern SELECTOR = Pattern.compile("\\b(up|[a-z]+_[a-z_]+)\\b(\\{[^}]*})?(?!\\s*\\()");

    /** One rule. */
    record Alarm(String name, String expression, JsonNode annotations) {

        /** What it looks at. */
        List<String> selectors() {
            List<String> selectors = new ArrayList<>();
            Matcher matcher = SELECTOR.matcher(expression);
            while (matcher.find()) {
                selectors.add(matcher.group());
            }
            return selectors;
        }
    }

    private Alarms() {}

    static List<Alarm> all() throws IOException {
        List<Alarm> alarms = new ArrayList<>();
        for (JsonNode rule : new YAMLMapper()
                .readTree(FOLDER.resolve("alarms.yaml").toFile())
                .at("/groups/0/rules")) {
            alarms.add(new Alarm(rule.get("alert").asText(), rule.get("expr").asText(), rule.get("annotations")));
        }
        return alarms;
    }
}
