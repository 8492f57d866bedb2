package io.vedette.records;

import io.vedette.schemas.Article;
import io.vedette.text.Alternative;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Field;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.Span;
import io.vedette.text.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One annotated article in which every field is set at least once and null at least once. */
final class Samples {

    static final String TEXT = "Ukraine said on Monday that it had taken Vovchansk. \uD83D\uDE80 Shelling went on.";

    static final Mention ACTOR = new Mention(
            Field.BODY,
            0,
            7,
            "Ukraine",
            MentionType.GOVERNMENT,
            "gov-ua",
            "Government of Ukraine",
            0.9,
            "Ukraine",
            "metonym",
            null,
            "UA");

    static final Mention PLACE = new Mention(
            Field.BODY,
            41,
            50,
            "Vovchansk",
            MentionType.SETTLEMENT,
            "geo-687894",
            "Vovchansk",
            0.97,
            "Vovchansk",
            "gazetteer",
            new Location(50.29, 36.94, "687894", "UA"),
            "UA",
            List.of(new Alternative("geo-1", "Vovchansk", 0.2, "RU"), new Alternative("geo-2", "Vovchansk", 0.1, null)),
            "the region is named",
            true);

    static final Claim TAKEN = new Claim(
            Field.BODY,
            0,
            51,
            ClaimType.TERRITORY_CONTROL,
            "captured",
            "ASSAULT",
            "190",
            "Government regains territory",
            Modality.POSSIBLE,
            true,
            new When(LocalDate.of(2022, 9, 12), LocalDate.of(2022, 9, 12), "on Monday"),
            0.8,
            new Span(35, 40),
            new Span(0, 7),
            0,
            "gov-ua",
            new Span(8, 12),
            new Span(23, 50),
            List.of(0),
            List.of(1),
            "taken",
            List.of(0),
            List.of(1),
            List.of(new Quantity(QuantityKind.MONEY, 10, Double.POSITIVE_INFINITY, "USD", new Span(3, 9))),
            1,
            List.of(1),
            "that it had");

    static final Claim BARE = new Claim(
            Field.BODY,
            55,
            72,
            ClaimType.SHELLING_MISSILE,
            null,
            null,
            null,
            null,
            Modality.ASSERTED,
            false,
            null,
            0.5,
            new Span(55, 63),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            "shelling");

    static final Annotations ANNOTATIONS = new Annotations("en", List.of(ACTOR, PLACE), List.of(TAKEN, BARE));

    private Samples() {}

    static Article article() {
        return Article.newBuilder()
                .setText(TEXT)
                .setId("0123456789abcdef0123456789abcdef")
                .setGivenId("wire-7")
                .setTitle("Vovchansk taken")
                .setPublishedAt(Instant.parse("2022-09-13T00:00:00Z"))
                .build();
    }
}
