package io.vedette.text.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.image.NameSource;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.gazetteer.image.PlaceImageReader;
import io.vedette.text.gazetteer.image.PlaceImageWriter;
import io.vedette.text.gazetteer.image.PlaceLevel;
import io.vedette.text.gazetteer.image.PlaceName;
import io.vedette.text.gazetteer.image.PlaceRow;
import io.vedette.text.watch.query.Completion;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Query;
import io.vedette.text.watch.query.Written;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final Gazetteer gazetteer = gazetteer();

    @Test
    void offersWhatIsKnownBestByWhateverNameBeginsSo() {
        assertThat(ids("par")).containsExactly("geo:1", "geo:2", "geo:3");
        assertThat(ids("Пари")).containsExactly("geo:1");
        assertThat(gazetteer.completions(MentionKind.PLACE, "пари", 1))
                .extracting(Completion::name)
                .containsExactly("Париж");
        assertThat(ids("sea of a")).containsExactly("water:azov");
        assertThat(gazetteer.completions(MentionKind.PLACE, "p", 2)).hasSize(2);
    }

    @Test
    void offersANameThatIsAllThatWasWrittenBeforeLongerOnes() {
        assertThat(ids("tiger")).startsWith("geo:4");
    }

    @Test
    void offersNothingWhereNothingIsWrittenOrKnown() {
        assertThat(ids("")).isEmpty();
        assertThat(ids("...")).isEmpty();
        assertThat(ids("qqq")).isEmpty();
        assertThat(gazetteer.completions(MentionKind.ACTOR, "par", 5)).isEmpty();
    }

    @Test
    void whatItOffersToWriteIsReadAsWhatWasOffered() {
        for (String beginning : List.of("par", "sea of", "tiger", "пари")) {
            for (Completion completion : gazetteer.completions(MentionKind.PLACE, beginning, 10)) {
                String insert = Written.of(completion, gazetteer);
                Expression read =
                        Query.parse("place:" + insert, gazetteer).parts().get(0);
                assertThat(read).isInstanceOfSatisfying(Expression.Place.class, place -> assertThat(place.ids())
                        .as(insert)
                        .containsExactly(completion.entity().id()));
            }
        }
        assertThat(Written.value("Sea of Azov")).isEqualTo("\"Sea of Azov\"");
        assertThat(Written.value("Kherson")).isEqualTo("Kherson");
        assertThat(Written.value("a \"b\" c")).isEqualTo("\"a  b  c\"");
    }

    private List<String> ids(String beginning) {
        return gazetteer.completions(MentionKind.PLACE, beginning, 10).stream()
                .map(completion -> completion.entity().id())
                .toList();
    }

    private static Gazetteer gazetteer() {
        GazetteerBuilder builder = new GazetteerBuilder()
                .places(image(
                        town(1, "P.PPLC", 2_100_000, "Paris", "Париж", "Paname"),
                        town(2, "P.PPL", 24_000, "Paris"),
                        town(3, "P.PPL", 900, "Tigertown", "Paris"),
                        town(4, "P.PPL", 100, "Tiger")));
        builder.add(
                new Entity("water:azov", MentionType.WATER, "Sea of Azov", null, null, 0, List.of(), false, null, null),
                List.of("Azov Sea"));
        return builder.build();
    }

    private static PlaceRow town(long id, String feature, long people, String... names) {
        List<PlaceName> all = Arrays.stream(names)
                .map(name -> new PlaceName(name, name.equals(names[0]) ? NameSource.MAIN : NameSource.OTHER))
                .toList();
        return new PlaceRow(PlaceLevel.PLACE, id, feature, "FR.11", 10.5, -20.25, people, all);
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
}
