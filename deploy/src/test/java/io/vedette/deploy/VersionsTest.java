package io.vedette.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version stands where Maven can't put it; all are of the release to come. */
class VersionsTest {

    @Test
    void theVersionIsTheSameEverywhere() throws IOException {
        String version = release();
        assertThat(Yaml.file(Chart.FOLDER.resolve("Chart.yaml"))
                        .path("appVersion")
                        .asText())
                .isEqualTo(version);
        assertThat(Yaml.file(Repository.ROOT.resolve("docs/asyncapi.yaml"))
                        .at("/info/version")
                        .asText())
                .isEqualTo(version);
        assertThat(Files.readString(Repository.DEPLOY.resolve("compose.yaml")))
                .contains("${VEDETTE_IMAGE:-vedette:" + version + "}");
        assertThat(Files.readString(Repository.ROOT.resolve("app/pom.xml")))
                .contains("<image>vedette:" + version + "</image>");
    }

    private static String release() throws IOException {
        Matcher version = Pattern.compile("<artifactId>vedette</artifactId>\\s*<version>(.+?)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Repository.ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
