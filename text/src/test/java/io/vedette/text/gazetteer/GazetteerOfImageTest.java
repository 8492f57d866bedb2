package io.vedette.text.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.image.NameSource;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.gazetteer.image.PlaceImageReader;
import io.vedette.text.gazetteer.image.PlaceImageWriter;
import io.vedette.text.gazetteer.image.PlaceLevel;
import io.vedette.text.gazetteer.image.PlaceName;
import io.vedette.text.gazetteer.image.PlaceRow;
import io.vedette.text.token.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerOfImageTest {

    private final Gazetteer gazetteer = new GazetteerBuilder()
            .places(image(
                    town(1, "FR.11", "P.PPLC", 2_100_000, "Paris", NameSource.MAIN, "Париж", NameSource.VARIANT),
                    town(2, "US.TX", "P.PPL", 24_000, "Paris", NameSource.MAIN),
                    town(3, "US.TX", "P.PPL", 900, "Tigertown", NameSource.MAIN, "Paris", NameSource.OTHER),
                    new PlaceRow(
                            PlaceLevel.DIVISION1,
                            0,
                            "A.ADM1",
                            "US.TX",
                            31,
                            -99,
                            30_000_000,
                            List.of(new PlaceName("Texas", NameSource.MAIN)))))
            .build();

    private static PlaceRow town(long id, String area, String feature, long people, Object... names) {
        List<PlaceName> all = new ArrayList<>();
        for (int i = 0; i < names.length; i += 2) {
            all.add(new PlaceName((String) names[i], (NameSource) names[i + 1]));
        }
        return new PlaceRow(PlaceLevel.PLACE, id, feature, area, 10.5, -20.25, people, all);
    }

    private static PlaceImage image(PlaceRow... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PlaceImageWriter.write("test", List.of(rows), out);
            return PlaceImageReader.read("test", new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Alias> aliases(Gazetteer gazetteer, String name) {
        Tokens tokens = Tokens.of(name);
        return gazetteer.lookup(tokens).aliases(MentionKind.PLACE, 0, tokens.count());
    }

    @Test
    void givesTheCandidatesOfANameByPopulationWithWhatIsKnownOfEach() {
        List<Alias> paris = aliases(gazetteer, "PARIS");
        assertThat(paris).extracting(alias -> alias.entity().id()).containsExactly("geo:1", "geo:2", "geo:3");
        assertThat(paris).extracting(Alias::main).containsExactly(true, true, false);
        assertThat(paris.get(2).confidence()).isLessThan(paris.get(1).confidence());
        Entity capital = paris.get(0).entity();
        assertThat(capital.capital()).isTrue();
        assertThat(capital.featureCode()).isEqualTo("PPLC");
        assertThat(capital.region()).isEqualTo("admin1:FR.11");
        assertThat(capital.location()).isEqualTo(new Location(10.5, -20.25, "1", "FR"));
        assertThat(paris.get(2).entity().name()).isEqualTo("Tigertown");
    }

    @Test
    void findsPlacesByIdAndWhatHoldsThem() {
        assertThat(gazetteer.size()).isEqualTo(4);
        Entity texas = gazetteer.entity("admin1:US.TX");
        assertThat(texas).isNotNull();
        assertThat(texas.type()).isEqualTo(MentionType.REGION);
        assertThat(texas.location()).isEqualTo(new Location(31, -99, null, "US"));
        assertThat(gazetteer.areas("geo:2")).containsExactly("geo:2", "admin1:US.TX", "country:US");
        assertThat(gazetteer.entity("geo:99")).isNull();
        assertThat(gazetteer.entity("geo:")).isNull();
        assertThat(gazetteer.entity("geo:x")).isNull();
        assertThat(gazetteer.entity("geo:99999999999999999999999")).isNull();
        assertThat(gazetteer.places("париж")).containsExactly("geo:1");
        assertThat(gazetteer.suggestions(MentionKind.PLACE, "Texs", 2)).containsExactly("Texas");
    }

    @Test
    void aRowOfTheTablesTakesThePlaceOfTheImagesAndKeepsWhatItLeavesOpen() {
        GazetteerBuilder builder =
                new GazetteerBuilder().places(image(town(1, "FR.11", "P.PPLC", 2_100_000, "Paris", NameSource.MAIN)));
        builder.add(
                new Entity(
                        "geo:1",
                        MentionType.SETTLEMENT,
                        "City of Light",
                        "FR",
                        new Location(1, 2, "1", "FR"),
                        0,
                        List.of(),
                        false,
                        null,
                        null),
                List.of("Lutetia"));
        Gazetteer both = builder.build();
        assertThat(both.size()).isEqualTo(1);
        assertThat(both.places("Lutetia")).containsExactly("geo:1");
        assertThat(aliases(both, "Paris")).singleElement().satisfies(alias -> {
            assertThat(alias.entity().name()).isEqualTo("City of Light");
            assertThat(alias.entity().population()).isEqualTo(2_100_000);
            assertThat(alias.entity().within()).containsExactly("admin1:FR.11", "country:FR");
            assertThat(alias.entity().capital()).isTrue();
        });
    }
}
