package io.vedette.records;

import io.vedette.schemas.Claim;
import io.vedette.schemas.Quantity;
import io.vedette.text.Span;
import io.vedette.text.When;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One claim, there and back. */
final class ClaimMapper {

    private ClaimMapper() {}

    static Claim toRecord(io.vedette.text.Claim claim) {
        Claim written = new Claim();
        written.setField(claim.field().name());
        written.setStart(claim.start());
        written.setEnd(claim.end());
        written.setType(claim.type().name());
        written.setSubtype(claim.subtype());
        written.setPlover(claim.plover());
        written.setCameo(claim.cameo());
        written.setAcled(claim.acled());
        written.setModality(claim.modality().name());
        written.setBackground(claim.background());
        written.setConfidence(claim.confidence());
        written.setSourceMention(claim.sourceMention());
        written.setSourceEntityId(claim.sourceEntityId());
        written.setActors(claim.actors());
        written.setPlaces(claim.places());
        written.setRule(claim.rule());
        written.setAgents(claim.agents());
        written.setTargets(claim.targets());
        written.setQuantities(
                claim.quantities().stream().map(ClaimMapper::toRecord).toList());
        written.setAbout(claim.about());
        written.setConflicts(claim.conflicts());
        written.setContext(claim.context());
        writeWhen(claim.when(), written);
        writeSpans(claim, written);
        return written;
    }

    private static void writeWhen(@Nullable When when, Claim written) {
        if (when != null) {
            written.setWhenFrom(when.from().toString());
            written.setWhenTo(when.to().toString());
            written.setWhenWords(when.words());
        }
    }

    private static void writeSpans(io.vedette.text.Claim claim, Claim written) {
        written.setTriggerStart(start(claim.trigger()));
        written.setTriggerEnd(end(claim.trigger()));
        written.setSourceStart(start(claim.source()));
        written.setSourceEnd(end(claim.source()));
        written.setCueStart(start(claim.cue()));
        written.setCueEnd(end(claim.cue()));
        written.setContentStart(start(claim.content()));
        written.setContentEnd(end(claim.content()));
    }

    static io.vedette.text.Claim fromRecord(Claim read) {
        return new io.vedette.text.Claim(
                Known.field(read.getField()),
                read.getStart(),
                read.getEnd(),
                Known.claimType(read.getType()),
                read.getSubtype(),
                read.getPlover(),
                read.getCameo(),
                read.getAcled(),
                Known.modality(read.getModality()),
                read.getBackground(),
                when(read),
                read.getConfidence(),
                span(read.getTriggerStart(), read.getTriggerEnd()),
                span(read.getSourceStart(), read.getSourceEnd()),
                read.getSourceMention(),
                read.getSourceEntityId(),
                span(read.getCueStart(), read.getCueEnd()),
                span(read.getContentStart(), read.getContentEnd()),
                read.getActors(),
                read.getPlaces(),
                read.getRule(),
                read.getAgents(),
                read.getTargets(),
                read.getQuantities().stream().map(ClaimMapper::fromRecord).toList(),
                read.getAbout(),
                read.getConflicts(),
                read.getContext());
    }

    private static Quantity toRecord(io.vedette.text.Quantity quantity) {
        return new Quantity(
                quantity.kind().name(),
                quantity.low(),
                quantity.high(),
                quantity.unit(),
                quantity.span().start(),
                quantity.span().end());
    }

    private static io.vedette.text.Quantity fromRecord(Quantity read) {
        return new io.vedette.text.Quantity(
                Known.quantityKind(read.getKind()),
                read.getLow(),
                read.getHigh(),
                read.getUnit(),
                new Span(read.getStart(), read.getEnd()));
    }

    private static @Nullable When when(Claim read) {
        String from = read.getWhenFrom();
        String to = read.getWhenTo();
        String words = read.getWhenWords();
        return from == null || to == null || words == null
                ? null
                : new When(LocalDate.parse(from), LocalDate.parse(to), words);
    }

    private static @Nullable Span span(@Nullable Integer start, @Nullable Integer end) {
        return start == null || end == null ? null : new Span(start, end);
    }

    private static @Nullable Integer start(@Nullable Span span) {
        return span == null ? null : span.start();
    }

    private static @Nullable Integer end(@Nullable Span span) {
        return span == null ? null : span.end();
    }
}
