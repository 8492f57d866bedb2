package io.vedette.text.watch;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An article as the oracle sees it: a list of words that know everything about themselves. */
record NaiveArticle(Document document, Annotations annotations, Provenance provenance, List<Word> words) {

    /** A word, in which sentence and paragraph of its field it stands, and where. */
    record Word(
            int number,
            Field field,
            int sentence,
            int paragraph,
            int start,
            int end,
            String written,
            String norm,
            String stem) {

        boolean touches(Field other, int from, int to) {
            return field == other && start < to && from < end;
        }
    }

    static NaiveArticle of(Document document, Annotations annotations, Provenance provenance) {
        List<Word> words = new ArrayList<>();
        for (Field field : List.of(Field.TITLE, Field.BODY)) {
            String text = document.text(field);
            Tokens tokens = Tokens.of(text);
            for (int i = 0; i < tokens.count(); i++) {
                if (Words.counts(tokens.kind(i))) {
                    int start = tokens.start(i);
                    String stem = Stemmers.of(annotations.language()).stem(tokens.norm(i));
                    words.add(new Word(
                            words.size(),
                            field,
                            tokens.sentenceOf(i),
                            (int) text.substring(0, start)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count(),
                            start,
                            tokens.end(i),
                            text.substring(start, tokens.end(i)),
                            tokens.norm(i),
                            stem));
                }
            }
        }
        return new NaiveArticle(document, annotations, provenance, List.copyOf(words));
    }

    /** The numbers of the words that a stretch of text touches. */
    Set<Integer> touched(Field field, int from, int to) {
        return words.stream()
                .filter(word -> word.touches(field, from, to))
                .map(Word::number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<Integer> touched(Mention mention) {
        return touched(mention.field(), mention.start(), mention.end());
    }

    /** Where a claim stands: at its trigger, or in its whole sentence. */
    Set<Integer> touched(Claim claim) {
        Span trigger = claim.trigger();
        return trigger == null
                ? touched(claim.field(), claim.start(), claim.end())
                : touched(claim.field(), trigger.start(), trigger.end());
    }

    List<Mention> mentions() {
        return annotations.mentions();
    }

    List<Claim> claims() {
        return annotations.claims();
    }
}
