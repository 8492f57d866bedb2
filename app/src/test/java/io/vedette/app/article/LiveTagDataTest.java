package io.vedette.app.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTagDataTest {

    private static final String BROTHERS = "group:gorse\tARMED_GROUP\t\tBrothers of the Gorse\n";

    @TempDir
    private Path temporary;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void changedFilesTakeEffectAndBrokenOnesAreRefusedWhileTheOldStay() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("gazetteer"));
        Configuration configuration = Configuration.of(Map.of("tagging.gazetteer", folder.toString()));
        try (LiveTagData live =
                new LiveTagData(configuration.tagging(), () -> TagData.load(configuration.tagging()), meters)) {
            TagData before = live.get();
            assertThat(mentionsTheBrothers(before)).isFalse();

            Files.writeString(folder.resolve("my-actors.tsv"), BROTHERS);
            live.look();
            live.look();

            TagData with = live.get();
            String version = with.gazetteer().version();
            assertThat(version).isNotEqualTo(before.gazetteer().version());
            assertThat(mentionsTheBrothers(with)).isTrue();
            assertThat(with.tagger().gazetteerVersion()).isEqualTo(version);
            assertThat(live.check().reason()).isEqualTo("version " + version);
            assertThat(meters.get(MetricNames.GAZETTEER).gauges())
                    .singleElement()
                    .satisfies(
                            gauge -> assertThat(gauge.getId().getTag("version")).isEqualTo(version));

            Files.writeString(folder.resolve("my-actors.tsv"), BROTHERS + "group:other\tNO_SUCH_TYPE\t\tOthers\n");
            live.look();
            live.look();

            assertThat(live.get()).isSameAs(with);
            assertThat(live.check().ok()).isTrue();
            assertThat(live.check().reason()).contains(version, "refused", "my-actors.tsv, line 2", "NO_SUCH_TYPE");
            assertThat(meters.get(MetricNames.GAZETTEER_REFUSED).gauge().value())
                    .isEqualTo(1);
            assertThat(loads("refused")).isEqualTo(1);

            Files.writeString(folder.resolve("my-actors.tsv"), BROTHERS);
            live.look();
            live.look();

            assertThat(live.get()).isSameAs(with);
            assertThat(live.check().reason()).isEqualTo("version " + version);
            assertThat(meters.get(MetricNames.GAZETTEER_REFUSED).gauge().value())
                    .isZero();
            assertThat(loads("taken")).isEqualTo(1);

            Path away = Files.move(folder, temporary.resolve("away"));
            live.look();

            assertThat(live.get()).isSameAs(with);
            assertThat(live.check().reason()).contains(version, "refused", "can't be read");

            Files.move(away, folder);
            live.look();
            live.look();

            assertThat(live.check().reason()).isEqualTo("version " + version);
        }
    }

    private double loads(String outcome) {
        return meters.get(MetricNames.GAZETTEER_LOADS)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static boolean mentionsTheBrothers(TagData data) {
        Document document = Document.of("The Brothers of the Gorse took the bridge on Monday, the mayor said.");
        return data.annotator().annotate(document).mentions().stream()
                .anyMatch(mention -> "group:gorse".equals(mention.entityId()));
    }
}
