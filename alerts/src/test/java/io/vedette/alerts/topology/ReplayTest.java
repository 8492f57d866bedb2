package io.vedette.alerts.topology;

import static io.vedette.alerts.topology.AlertingHarness.NOON;
import static io.vedette.alerts.topology.AlertingHarness.claim;
import static io.vedette.alerts.topology.AlertingHarness.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two regions that read the same articles with the same watches. */
class ReplayTest {

    private static final List<String> TYPES = List.of("SHELLING_MISSILE", "WITHDRAWAL", "CASUALTIES");

    @TempDir
    private Path folder;

    private record Given(String id, String story, String type) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameOrderGivesTheSameAlerts(long seed) throws Exception {
        List<Given> articles = articles(seed);

        assertThat(alerts("second", articles)).isEqualTo(alerts("first", articles));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anotherOrderGivesTheSameFirstAlertOfEachStory(long seed) throws Exception {
        List<Given> articles = articles(seed);
        List<Given> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(firsts(alerts("second", shuffled))).isEqualTo(firsts(alerts("first", articles)));
    }

    private static List<Given> articles(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 60)
                .mapToObj(i -> new Given("a" + i, "s" + random.nextInt(10), TYPES.get(random.nextInt(TYPES.size()))))
                .toList();
    }

    private List<Alert> alerts(String region, List<Given> articles) throws Exception {
        Path state = Files.createDirectories(folder.resolve(region));
        try (AlertingHarness harness = new AlertingHarness(state, AlertingSettings.DEFAULTS)) {
            harness.watch(
                    watch("all", "claim:SHELLING_MISSILE OR claim:WITHDRAWAL OR claim:CASUALTIES")
                            .build(),
                    watch("some", "claim:WITHDRAWAL").build());
            for (Given given : articles) {
                harness.told(given.story(), given.id(), "It was said.", NOON, claim(given.type(), "ASSERTED"));
            }
            return harness.alerts();
        }
    }

    private static List<String> firsts(List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.getKind().equals("FIRST"))
                .map(Alert::getId)
                .sorted()
                .toList();
    }
}
