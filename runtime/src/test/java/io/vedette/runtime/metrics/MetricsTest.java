package io.vedette.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Path ALARMS = Path.of("../deploy/prometheus/alarms.yaml");
    private static final Pattern ROW = Pattern.compile("^\\| `(vedette\\.[a-z.]+)` \\|", Pattern.MULTILINE);

    @Test
    void theDocumentHasEveryMetricAndNoOther() throws Exception {
        assertThat(documented()).containsExactlyElementsOf(declared());
    }

    @Test
    void namesAreLowerCaseWithDots() throws Exception {
        assertThat(declared()).allMatch(name -> name.matches("vedette(\\.[a-z]+)+"));
    }

    @Test
    void timeToAlertHasBucketsAroundTheSecond() {
        try (Metrics metrics = new Metrics()) {
            Metrics.timeToAlert(metrics.registry()).record(Duration.ofMillis(700));

            assertThat(metrics.scrape())
                    .contains("vedette_time_to_alert_seconds_bucket{le=\"0.5\"} 0")
                    .contains("vedette_time_to_alert_seconds_bucket{le=\"1.0\"} 1");
        }
    }

    @Test
    void theJvmIsMeasured() {
        try (Metrics metrics = new Metrics()) {
            assertThat(metrics.scrape()).contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "jvm_gc_");
        }
    }

    @Test
    void alarmsAskForMetricsThatThereAre() throws Exception {
        Set<String> known = declared().stream()
                .map(name -> name.replace('.', '_'))
                .flatMap(name -> Stream.of(name, name + "_total", name + "_seconds_count", name + "_seconds_bucket"))
                .collect(Collectors.toSet());
        Matcher asked = Pattern.compile("\\bvedette_\\w+").matcher(Files.readString(ALARMS));
        List<String> names = new ArrayList<>();
        while (asked.find()) {
            names.add(asked.group());
        }

        assertThat(names).contains("vedette_canary_missing").allMatch(known::contains);
    }

    private static List<String> documented() throws IOException {
        List<String> names = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/metrics.md")));
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }

    private static List<String> declared() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : MetricNames.class.getFields()) {
            names.add((String) field.get(null));
        }
        return names;
    }
}
