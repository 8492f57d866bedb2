package io.vedette.text.step;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small step as a user would write one: ships that its settings name are facilities. */
public final class ShipNames implements AnnotationStepProvider {

    @Override
    public String name() {
        return "ships";
    }

    @Override
    public String version() {
        return "3";
    }

    @Override
    public AnnotationStep create(Map<String, String> settings) {
        String ship = settings.get("ship");
        if (ship == null) {
            throw new IllegalArgumentException("the setting ship is missing");
        }
        return (document, found) -> Additions.with(found, mentions(document, ship));
    }

    private static List<Mention> mentions(Document document, String ship) {
        List<Mention> mentions = new ArrayList<>();
        String body = document.body();
        for (int at = body.indexOf(ship); at >= 0; at = body.indexOf(ship, at + 1)) {
            mentions.add(mention(at, ship));
        }
        return mentions;
    }

    static Mention mention(int at, String words) {
        return new Mention(
                Field.BODY,
                at,
                at + words.length(),
                words,
                MentionType.FACILITY,
                null,
                null,
                0.5,
                null,
                "ships",
                null,
                null);
    }

    static Annotations bare(List<Mention> mentions) {
        return new Annotations("en", mentions, List.of());
    }
}
