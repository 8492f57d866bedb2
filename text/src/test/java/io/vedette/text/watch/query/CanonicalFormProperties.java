package io.vedette.text.watch.query;

import static io.vedette.text.watch.query.SomeNames.NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** One form for all ways to write a thing, and it means what they mean. */
class CanonicalFormProperties {

    private static final List<String> WORDS = List.of("tank", "tanks", "1st", "don't", "u.s.", "10:30", "suspiré");
    private static final List<String> ACTORS = List.of("Putin", "1st Guards Tank Army", "#RU.mil");
    private static final List<String> PLACES = List.of("Kherson", "moscow", "#s-newport-2", "Ukraine");

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void readingItGivesTheSameMeaning(@ForAll long seed) {
        String written = queries(seed).query(4);

        Query query = Query.parse(written, NAMES);
        Query again = Query.parse(query.normalised(), NAMES);

        assertThat(meaning(again.parts())).as(query.normalised()).isEqualTo(meaning(query.parts()));
        assertThat(again.normalised()).isEqualTo(query.normalised());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void soItDoesOfQuestionsOverTime(@ForAll long seed) {
        String written = queries(seed).overTime(2);

        Query query = Query.parse(written, NAMES);
        Query again = Query.parse(query.normalised(), NAMES);

        assertThat(meaning(again.overTime())).as(query.normalised()).isEqualTo(meaning(query.overTime()));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void spacingAndNeedlessParenthesesDoNotChangeIt(@ForAll long seed) {
        String written = queries(seed).query(3);

        assertThat(Query.parse("\n( (" + written + ") )\t", NAMES).normalised())
                .isEqualTo(Query.parse(written, NAMES).normalised());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsCutOffIsReadOrRefusedButNeverFails(@ForAll long seed) {
        Random dice = new Random(seed);
        String written = queries(seed).query(3);
        String cut = written.substring(0, dice.nextInt(written.length() + 1));
        String changed = cut + "()\"/,=<>*[]:-Aa1 ".charAt(dice.nextInt(17)) + written.substring(cut.length());
        for (String query : List.of(cut, changed)) {
            try {
                Query.parse(Query.parse(query, NAMES).normalised(), NAMES);
            } catch (QueryException refused) {
                assertThat(refused.column()).isBetween(1, query.length() + 1);
            }
        }
    }

    private static Queries queries(long seed) {
        return new Queries(new Random(seed), WORDS, ACTORS, PLACES);
    }

    /** All that decides: not how it was written. */
    private static String meaning(Object part) {
        if (part instanceof Set<?> set) {
            return new TreeSet<>(set.stream().map(String::valueOf).toList()).toString();
        }
        if (part instanceof Collection<?> parts) {
            return parts.stream().map(CanonicalFormProperties::meaning).toList().toString();
        }
        if (!(part instanceof Record)) {
            return String.valueOf(part);
        }
        StringBuilder meaning = new StringBuilder(part.getClass().getSimpleName());
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String value = component.getName().equals("source") ? "" : meaning(value(part, component));
            meaning.append(' ').append(component.getName().equals("name") ? value.toLowerCase(Locale.ROOT) : value);
        }
        return meaning.toString();
    }

    private static Object value(Object part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
