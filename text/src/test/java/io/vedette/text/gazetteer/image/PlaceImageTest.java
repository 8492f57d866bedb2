package io.vedette.text.gazetteer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceImageTest {

    private static final List<PlaceRow> ROWS = List.of(
            town(4_921_868, "US.IN.157", -86.8753, 40.4167, 71_083, "Lafayette", "La Fayette", "لافايت"),
            town(4_330_145, "US.LA.055", -92.0198, 30.2241, 127_657, "Lafayette"),
            town(10, "", 0, 0, 0, "Nowhere"),
            division(PlaceLevel.DIVISION1, "US.LA", "Louisiana"),
            division(PlaceLevel.DIVISION2, "US.LA.055", "Lafayette Parish"));

    private static PlaceRow town(
            long id, String area, double longitude, double latitude, long people, String... names) {
        return new PlaceRow(PlaceLevel.PLACE, id, "P.PPLA2", area, latitude, longitude, people, names(names));
    }

    private static PlaceRow division(PlaceLevel level, String area, String name) {
        return new PlaceRow(level, 0, "A.ADM1", area, -30.5, -91.5, 4_000_000_000L, names(name));
    }

    private static List<PlaceName> names(String... names) {
        List<PlaceName> all = new ArrayList<>();
        for (String name : names) {
            all.add(new PlaceName(name, all.isEmpty() ? NameSource.MAIN : NameSource.VARIANT));
        }
        return all;
    }

    private static byte[] written(List<PlaceRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlaceImageWriter.write("made up", rows, out);
        return out.toByteArray();
    }

    private static PlaceImage read(byte[] bytes) throws IOException {
        return PlaceImageReader.read("test.img", new ByteArrayInputStream(bytes));
    }

    private static int find(PlaceImage image, String id) {
        for (int place = 0; place < image.places(); place++) {
            if (image.id(place).equals(id)) {
                return place;
            }
        }
        throw new AssertionError("no " + id);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        PlaceImage image = read(written(ROWS));
        int place = find(image, "geo:4921868");
        assertThat(image.name(place)).isEqualTo("Lafayette");
        assertThat(image.latitude(place)).isEqualTo(40.4167);
        assertThat(image.longitude(place)).isEqualTo(-86.8753);
        assertThat(image.population(place)).isEqualTo(71_083);
        assertThat(image.feature(place)).isEqualTo("P.PPLA2");
        assertThat(image.country(place)).isEqualTo("US");
        assertThat(image.endName(place) - image.firstName(place)).isEqualTo(3);
        assertThat(image.text(image.firstName(place) + 2)).isEqualTo("لافايت");
        assertThat(image.source(image.firstName(place) + 2)).isEqualTo(NameSource.VARIANT);
        assertThat(image.placeOf(image.firstName(place) + 2)).isEqualTo(place);
        assertThat(image.about()).isEqualTo("made up");
    }

    @Test
    void goesThroughAllNamesAsTheyAreNumbered() throws IOException {
        PlaceImage image = read(written(ROWS));
        List<String> names = new ArrayList<>();
        image.forEachName((place, name, text) -> {
            assertThat(name).isEqualTo(names.size());
            assertThat(image.text(name)).isEqualTo(text);
            assertThat(image.placeOf(name)).isEqualTo(place);
            names.add(text);
        });
        assertThat(names).hasSize(image.names()).contains("Louisiana", "La Fayette");
    }

    @Test
    void knowsWhatHoldsAPlaceAsFarAsThereAreRows() throws IOException {
        PlaceImage image = read(written(ROWS));
        assertThat(image.within(find(image, "geo:4330145")))
                .containsExactly("admin2:US.LA.055", "admin1:US.LA", "country:US");
        assertThat(image.within(find(image, "geo:4921868"))).containsExactly("admin1:US.IN", "country:US");
        assertThat(image.within(find(image, "admin2:US.LA.055"))).containsExactly("admin1:US.LA", "country:US");
        assertThat(image.within(find(image, "admin1:US.LA"))).containsExactly("country:US");
        assertThat(image.within(find(image, "geo:10"))).isEmpty();
        assertThat(image.country(find(image, "geo:10"))).isNull();
    }

    @Test
    void isTheSameWhateverTheOrderOfTheRows() throws IOException {
        List<PlaceRow> reversed = new ArrayList<>(ROWS);
        Collections.reverse(reversed);
        assertThat(written(reversed)).isEqualTo(written(ROWS));
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertThat(read(written(List.of())).places()).isZero();
    }

    @Test
    void tellsDamageFromAnotherFileAndAnotherVersion() throws IOException {
        byte[] damaged = written(ROWS);
        damaged[damaged.length - 5] ^= 1;
        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("test.img is damaged");
        byte[] other = written(ROWS);
        other[0] = 'X';
        assertThatThrownBy(() -> read(other)).hasMessageContaining("no image of places");
        byte[] newer = written(ROWS);
        newer[7] = 9;
        assertThatThrownBy(() -> read(newer)).hasMessageContaining("version 9").hasMessageContaining("gazetteer build");
        assertThatThrownBy(() -> read(new byte[3])).hasMessageContaining("no image of places");
    }
}
