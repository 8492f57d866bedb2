package io.vedette.text.gazetteer.geonames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.gazetteer.image.PlaceImageReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesImageTest {

    @TempDir
    Path folder;

    private final List<String> progress = new ArrayList<>();

    private static String line(long id, String name, String aliases, String feature, long population) {
        String[] kind = feature.split("\\.");
        return String.join(
                "\t",
                Long.toString(id),
                name,
                name,
                aliases,
                "50.0",
                "36.0",
                kind[0],
                kind[1],
                "UA",
                "",
                "07",
                "6312",
                "",
                "",
                Long.toString(population),
                "",
                "100",
                "Europe/Kyiv",
                "2023-01-01");
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private PlaceImage image(GeoNamesFiles files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoNamesImage.write(files, "test", progress::add, out);
        return PlaceImageReader.read("test", new ByteArrayInputStream(out.toByteArray()));
    }

    private PlaceImage image(Path places, @Nullable Path alternates, @Nullable Path admin1, @Nullable Path admin2)
            throws IOException {
        return image(new GeoNamesFiles(List.of(places), alternates, admin1, admin2, 1_000, Set.of("H.LK")));
    }

    private static List<String> ids(PlaceImage image) {
        List<String> ids = new ArrayList<>();
        for (int place = 0; place < image.places(); place++) {
            ids.add(image.id(place));
        }
        return ids;
    }

    private static List<String> names(PlaceImage image) {
        List<String> names = new ArrayList<>();
        image.forEachName((place, name, text) -> names.add(text + " " + image.source(name)));
        return names;
    }

    @Test
    void keepsTownsOfSomeSizeSeatsOfAnySizeAndTheFeaturesAskedFor() throws IOException {
        Path places = file(
                "UA.txt",
                line(1, "Big", "", "P.PPL", 1_000),
                line(2, "Small", "", "P.PPL", 999),
                line(3, "Seat", "", "P.PPLA3", 10),
                line(4, "Lake", "", "H.LK", 0),
                line(5, "Stream", "", "H.STM", 0));
        assertThat(ids(image(places, null, null, null))).containsExactly("geo:1", "geo:3", "geo:4");
    }

    @Test
    void keepsNamesThatNewsUsesAndSaysHowFarTheyAreLikeTheMainName() throws IOException {
        Path places = file(
                "UA.txt",
                line(
                        1,
                        "Vovchansk",
                        "Volchansk,Вовчанськ,Vovčansk,VCK,ji fu,Abcdefghijklmnop,Vo,V. (old),al-Vovk,فوفتشانسك",
                        "P.PPL",
                        19_000));
        assertThat(names(image(places, null, null, null)))
                .containsExactly(
                        "Vovchansk MAIN",
                        "Abcdefghijklmnop OTHER",
                        "Volchansk VARIANT",
                        "Vovčansk VARIANT",
                        "al-Vovk OTHER",
                        "Вовчанськ VARIANT",
                        "فوفتشانسك VARIANT");
    }

    @Test
    void leavesOutWhatFoldsToANameThatIsThere() throws IOException {
        Path places = file("UA.txt", line(1, "Kyïv", "Kyiv,Kyïv,KYIV", "P.PPLC", 2_000_000));
        assertThat(names(image(places, null, null, null))).containsExactly("Kyïv MAIN");
    }

    @Test
    void learnsFromAlternateNamesWhatIsNoNameAndWhatIsOfThePast() throws IOException {
        Path places = file("UA.txt", line(1, "Bakhmut", "Artemivsk,Uabah", "P.PPL", 70_000));
        Path alternates = file(
                "alternateNamesV2.txt",
                "10\t1\ten\tArtemivsk\t\t\t\t1\t1924\t2016",
                "11\t1\tunlc\tUabah\t\t\t\t",
                "12\t1\tru\tБахмут\t\t\t\t",
                "13\t1\tlink\thttps://example.org/Bakhmut\t\t\t\t",
                "14\t2\ten\tElsewhere\t\t\t\t");
        assertThat(names(image(places, alternates, null, null)))
                .containsExactly("Bakhmut MAIN", "Artemivsk HISTORIC", "Бахмут VARIANT");
    }

    @Test
    void putsDivisionsAtTheMiddleOfTheirPeopleOrWhereGeoNamesHasThem() throws IOException {
        Path places = file(
                "UA.txt",
                line(1, "Vovchansk", "", "P.PPL", 19_000),
                line(2, "Chuhuiv", "", "P.PPL", 31_000),
                line(706482, "Kharkivska Oblast", "Харківська область", "A.ADM1", 2_600_000)
                        .replace("50.0", "49.5"));
        Path admin1 =
                file("admin1CodesASCII.txt", "UA.07\tKharkiv Oblast\tKharkiv Oblast\t706482", "UA.99\tGone\tGone\t7");
        Path admin2 = file("admin2Codes.txt", "UA.07.6312\tChuhuiv Raion\tChuhuiv Raion\t8");
        PlaceImage image = image(places, null, admin1, admin2);
        assertThat(ids(image)).containsExactly("admin1:UA.07", "geo:1", "geo:2", "admin2:UA.07.6312");
        assertThat(image.latitude(0)).isEqualTo(49.5);
        assertThat(image.geonameId(0)).isEqualTo(706482);
        assertThat(image.population(0)).isEqualTo(2_600_000);
        assertThat(image.latitude(3)).isEqualTo(50.0);
        assertThat(image.population(3)).isEqualTo(50_000);
        assertThat(names(image)).contains("Kharkiv Oblast MAIN", "Kharkiv VARIANT", "Харківська область VARIANT");
    }

    @Test
    void findsTheMiddleOfADivisionOnBothSidesOfTheDateLine() throws IOException {
        Path places = file(
                "RU.txt",
                line(1, "West", "", "P.PPL", 1_000).replace("36.0", "179.0"),
                line(2, "East", "", "P.PPL", 1_000).replace("36.0", "-177.0"));
        Path admin1 = file("admin1CodesASCII.txt", "UA.07\tChukotka\tChukotka\t7");
        assertThat(image(places, null, admin1, null).longitude(0)).isEqualTo(-179.0);
    }

    @Test
    void readsZipsAsGeoNamesGivesThem() throws IOException {
        Path zip = folder.resolve("UA.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream zipped = new ZipOutputStream(out)) {
            zipped.putNextEntry(new ZipEntry("readme.txt"));
            zipped.write("no places here".getBytes(StandardCharsets.UTF_8));
            zipped.putNextEntry(new ZipEntry("UA.txt"));
            zipped.write(line(1, "Vovchansk", "", "P.PPL", 19_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ids(image(zip, null, null, null))).containsExactly("geo:1");
        assertThat(progress).contains("UA.zip: 1 lines, 1 places kept");
    }

    @Test
    void saysWhichLineOfWhichFileIsNone() throws IOException {
        Path nonsense = file("UA.txt", line(1, "Vovchansk", "", "P.PPL", 19_000), "nonsense");
        assertThatThrownBy(() -> image(nonsense, null, null, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UA.txt, line 2")
                .hasMessageContaining("19");
        Path beyond = file("PL.txt", line(1, "Vovchansk", "", "P.PPL", 19_000).replace("50.0", "150.0"));
        assertThatThrownBy(() -> image(beyond, null, null, null))
                .hasMessageContaining("PL.txt, line 1: column 5 is beyond 90 degrees: 150.0");
    }
}
