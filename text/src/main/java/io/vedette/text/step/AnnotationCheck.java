package io.vedette.text.step;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was found against its document: what is wrong here would fail far away, in somebody's reader.  Every step's
 * result goes through it; for the tests of a step it can be called directly.
 */
public final class AnnotationCheck {

    private final Document document;
    private final Annotations found;
    private final String step;

    private AnnotationCheck(Document document, Annotations found, String step) {
        this.document = document;
        this.found = found;
        this.step = step;
    }

    /**
     * Looks at offsets, order and indexes.
     *
     * @param step who found it, for the message
     * @throws StepException naming the step and the first thing that is wrong
     */
    public static void check(Document document, Annotations found, String step) {
        AnnotationCheck check = new AnnotationCheck(document, found, step);
        check.mentions();
        found.claims().forEach(check::claim);
    }

    private void mentions() {
        Mention before = null;
        for (Mention mention : found.mentions()) {
            inside("a mention", mention.field(), mention.start(), mention.end());
            String words = document.text(mention.field()).substring(mention.start(), mention.end());
            if (!mention.text().equals(words)) {
                throw wrong(
                        "a mention at " + at(mention.field(), mention.start()) + " has another text than stands there");
            }
            if (before != null && Additions.ORDER.compare(before, mention) > 0) {
                throw wrong("the mention at " + at(mention.field(), mention.start())
                        + " is out of order: title first, then by start, the longer one first");
            }
            before = mention;
        }
    }

    private void claim(Claim claim) {
        inside("a claim", claim.field(), claim.start(), claim.end());
        inside(claim, claim.trigger());
        inside(claim, claim.source());
        inside(claim, claim.cue());
        inside(claim, claim.content());
        claim.quantities().forEach(quantity -> inside(claim, quantity.span()));
        int mentions = found.mentions().size();
        for (List<Integer> indexes : List.of(claim.actors(), claim.places(), claim.agents(), claim.targets())) {
            indexes.forEach(index -> index(claim, index, mentions, "mention"));
        }
        index(claim, claim.sourceMention(), mentions, "mention");
        index(claim, claim.about(), found.claims().size(), "claim");
        claim.conflicts().forEach(index -> index(claim, index, found.claims().size(), "claim"));
    }

    private void inside(Claim claim, @Nullable Span span) {
        if (span != null) {
            inside(
                    "a part of the claim at " + at(claim.field(), claim.start()),
                    claim.field(),
                    span.start(),
                    span.end());
        }
    }

    private void inside(String what, Field field, int start, int end) {
        int length = document.text(field).length();
        if (start < 0 || end < start || end > length) {
            throw wrong(what + " spans " + start + " to " + end + " in " + field + " of " + length + " code units");
        }
    }

    private void index(Claim claim, @Nullable Integer index, int size, String what) {
        if (index != null && (index < 0 || index >= size)) {
            throw wrong("the claim at " + at(claim.field(), claim.start()) + " names " + what + " " + index + " of "
                    + size);
        }
    }

    private static String at(Field field, int start) {
        return field + " " + start;
    }

    private StepException wrong(String problem) {
        return new StepException("step \"" + step + "\": " + problem);
    }
}
