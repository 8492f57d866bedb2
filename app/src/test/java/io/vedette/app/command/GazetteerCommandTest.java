package io.vedette.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.gazetteer.image.PlaceImageReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... args) {
        return Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String line(String latitude) {
        return "1\tVovchansk\tVovchansk\tVolchansk\t" + latitude
                + "\t36.9\tP\tPPL\tUA\t\t07\t\t\t\t19000\t\t100\tEurope/Kyiv\t2023-01-01\n";
    }

    @Test
    void buildsAnImageAndSaysHowLargeItIs() throws IOException {
        Path image = folder.resolve("places.img");
        int code = run("gazetteer", "build", file("UA.txt", line("50.3")).toString(), "-o", image.toString());
        assertThat(code).isZero();
        assertThat(text(out)).contains("places.img: 1 places");
        try (InputStream in = Files.newInputStream(image)) {
            PlaceImage places = PlaceImageReader.read("places.img", in);
            assertThat(places.name(0)).isEqualTo("Vovchansk");
        }
    }

    @Test
    void leavesNoHalfImageBehindWhenALineIsWrong() throws IOException {
        Path image = folder.resolve("places.img");
        int code = run("gazetteer", "build", file("UA.txt", line("x")).toString(), "-o", image.toString());
        assertThat(code).isEqualTo(69);
        assertThat(text(err)).contains("UA.txt, line 1: column 5 is no number: x");
        assertThat(folder).isDirectoryNotContaining("glob:**places.img*");
    }

    @Test
    void importsActorsAndChecksThem() throws IOException {
        Path csv = file("actors.csv", "name,type,country\nExample Front,ARMED_GROUP,SY\n");
        Path table = folder.resolve("my-actors.tsv");
        assertThat(run("gazetteer", "import", csv.toString(), "-o", table.toString()))
                .isZero();
        assertThat(run("gazetteer", "check", table.toString())).isZero();
        Files.writeString(table, "import:other\tARMED_GROUP\tSYR\tOther\n");
        assertThat(run("gazetteer", "check", "--gazetteer", folder.toString())).isEqualTo(65);
        assertThat(text(out)).contains("my-actors.tsv:1: error: countries.tsv has no country SYR");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
