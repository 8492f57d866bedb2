package io.vedette.text.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.watch.query.Vocabulary.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void hasEveryFieldAndOperatorOfTheLanguage() {
        Set<String> known = Stream.of(FieldReader.fields(), Values.COMPARED, CallReader.NAMES, OverTimeReader.NAMES)
                .flatMap(names -> names.stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Vocabulary.all())
                .extracting(entry -> entry.word().replace("( )", "").replaceAll("/\\d", ""))
                .filteredOn(word ->
                        !List.of("AND", "OR", "NOT", "NEAR", "THEN", "ATLEAST").contains(word))
                .containsOnlyOnceElementsOf(
                        known.stream().filter(name -> !name.equals("claim")).toList())
                .allMatch(known::contains);
    }

    @Test
    void offersWhatBeginsSoInEitherCase() {
        assertThat(Vocabulary.startingWith("AC"))
                .extracting(Entry::word)
                .containsExactly("actor", "actor.type", "actor.country", "acled");
        assertThat(Vocabulary.startingWith("near")).extracting(Entry::insert).containsExactly("NEAR/5 ");
        assertThat(Vocabulary.startingWith("xyz")).isEmpty();
    }
}
