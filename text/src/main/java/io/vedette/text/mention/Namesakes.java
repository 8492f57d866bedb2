package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.TITLE;

import io.vedette.text.Alternative;
import io.vedette.text.Field;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In an article about Hunter Biden that never names the president in full, "Biden" is Hunter: a surname is whoever of
 * that name the article has introduced, unless a title says otherwise.
 */
final class Namesakes {

    private Namesakes() {}

    static void correct(Map<Field, Clues> clues, Map<Field, Cover> covers, NameBook book) {
        Set<String> named = new HashSet<>();
        covers.values().forEach(cover -> cover.all().forEach(found -> {
            Entity entity = found.entity();
            if (entity != null && found.end() - found.first() > 1) {
                named.add(entity.id());
            }
        }));
        covers.forEach((field, cover) -> {
            Clues words = clues.get(field);
            for (Found found : List.copyOf(cover.all())) {
                Entity entity = found.entity();
                if (words != null
                        && entity != null
                        && found.type() == MentionType.PERSON
                        && found.end() - found.first() == 1
                        && found.rule().equals("actor.alias")
                        && !named.contains(entity.id())
                        && !words.is(found.first() - 1, TITLE)
                        && book.hasOtherBearer(words.text().norm(found.first()))) {
                    cover.replace(other(found, entity));
                }
            }
        });
    }

    private static Found other(Found found, Entity entity) {
        return new Found(
                found.first(),
                found.end(),
                MentionType.PERSON,
                null,
                null,
                0.7,
                "person.surname",
                List.of(new Alternative(entity.id(), entity.name(), 0.3, entity.country())),
                "another of that name in full elsewhere",
                false);
    }
}
