package io.vedette.text.gazetteer.geonames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GeoNamesImporterTest {

    private static String line(long id, String name, String aliases, String code, long population) {
        return String.join(
                "\t",
                Long.toString(id),
                name,
                name,
                aliases,
                "50.0",
                "36.0",
                "P",
                code,
                "UA",
                "",
                "07",
                "",
                "",
                "",
                Long.toString(population),
                "",
                "100",
                "Europe/Kyiv",
                "2023-01-01");
    }

    private static String imported(String... lines) throws IOException {
        InputStream in = new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoNamesImporter.run(in, Map.of("UA.07", "Kharkiv Oblast"), 15_000, out);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTownsOfSomeSizeAndSeatsOfAnySize() throws IOException {
        assertThat(imported(
                        line(1, "Big", "", "PPL", 15_000),
                        line(2, "Small", "", "PPL", 14_999),
                        line(3, "Seat", "", "PPLA", 10),
                        line(4, "Quarter", "", "PPLX", 90_000)))
                .contains("geo:1\t", "geo:3\t")
                .doesNotContain("geo:2\t", "geo:4\t");
    }

    @Test
    void keepsTheNamesThatNewsUses() throws IOException {
        assertThat(imported(line(
                        1, "Vovchansk", "Volchansk,Вовчанськ,Wolchansk,VCK,ji fu,Abcdefghijklmnop", "PPL", 19_000)))
                .contains("Volchansk|Вовчанськ\n");
    }

    @Test
    void putsDivisionsAtTheMiddleOfTheirPeople() throws IOException {
        assertThat(imported(line(1, "Vovchansk", "", "PPL", 19_000)))
                .contains("admin1:UA.07\tADM1\tKharkiv Oblast\tUA\t07\t50.0\t36.0\t19000\tKharkiv\n");
    }

    @Test
    void saysWhichLineIsNone() {
        assertThatThrownBy(() -> imported(line(1, "Vovchansk", "", "PPL", 19_000), "nonsense"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }
}
