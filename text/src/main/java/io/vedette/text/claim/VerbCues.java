package io.vedette.text.claim;

import static io.vedette.text.claim.WordClass.AUXILIARY;
import static io.vedette.text.claim.WordClass.CALENDAR;
import static io.vedette.text.claim.WordClass.COORDINATOR;
import static io.vedette.text.claim.WordClass.DETERMINER;
import static io.vedette.text.claim.WordClass.PREPOSITION;
import static io.vedette.text.claim.WordClass.RELATIVE;
import static io.vedette.text.claim.WordClass.STARTER;
import static io.vedette.text.claim.WordClass.SUBJECT;

import io.vedette.text.claim.AttributionFinder.Said;
import io.vedette.text.claim.AttributionFinder.Sentence;
import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.claim.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Finds source and content of a verb of saying, by the form in which it stands. */
final class VerbCues {

    private static final int FARTHEST_BY = 14;
    private static final int LONGEST_OPENING = 40;

    private final FieldTokens tokens;
    private final Quotations quotations;
    private final Complements complements;
    private final ContentFinder contents;
    private final Subjects subjects;
    private final Headings headings;

    VerbCues(
            FieldTokens tokens,
            Quotations quotations,
            Complements complements,
            ContentFinder contents,
            Subjects subjects) {
        this.tokens = tokens;
        this.quotations = quotations;
        this.complements = complements;
        this.contents = contents;
        this.subjects = subjects;
        this.headings = new Headings(tokens.tokens());
    }

    @Nullable
    Said find(Hit<CueRule> hit, Sentence here) {
        if (tokens.tokens().capitalised(hit.start()) && hit.start() > here.from()) {
            return headings.isHeading(here.sentence()) ? heading(hit, here) : null;
        }
        VerbGroup group = VerbGroup.of(tokens, here.from(), hit.start(), hit.end());
        if (hit.rule().passive() && isOpeningPassive(group, here.from())) {
            return openingPassive(hit, here);
        }
        return switch (group.form()) {
            case FINITE -> {
                Said inverted = group.start() == hit.start() ? inverted(hit, here) : null;
                yield inverted != null ? inverted : finite(hit, group.start(), here);
            }
            case PARTICIPLE -> participle(hit, group, here);
            case PASSIVE -> hit.rule().passive() ? passive(hit, group, here) : null;
            case REDUCED -> hit.rule().passive() ? reduced(hit, group, here) : null;
            case INFINITIVE, UNREAL, NONE -> null;
        };
    }

    /** "Mayor Says It Rained". */
    private @Nullable Said heading(Hit<CueRule> hit, Sentence here) {
        int end = hit.start();
        boolean noun = tokens.isPossessive(end - 1)
                || tokens.has(end - 1, DETERMINER | PREPOSITION | COORDINATOR)
                || tokens.norm(hit.start()).endsWith("ing")
                || tokens.has(hit.start(), WordClass.PAST) && tokens.has(end - 1, AUXILIARY);
        NounPhrase source = noun ? null : subjects.before(here.from(), end);
        if (source == null || hit.end() >= here.to() || tokens.isBreak(hit.end())) {
            return null;
        }
        return Said.of(hit.start(), hit.end(), source, contents.after(here.sentence(), hit.end()));
    }

    /** "..., said X". */
    private @Nullable Said inverted(Hit<CueRule> hit, Sentence here) {
        int previous = hit.start() - 1;
        if (!hit.rule().takesClause()
                || previous < here.from()
                || !tokens.is(previous, ",") && !tokens.isQuote(previous)) {
            return null;
        }
        boolean afterQuote = quotations.quoted(previous) || quotations.quoted(Math.max(here.from(), previous - 1));
        if (!afterQuote
                && (!contents.isSaid(here.from(), previous)
                        || (complements.at(hit.end(), here.to()) & Complements.MARKED) != 0)) {
            return null;
        }
        NounPhrase source = NounPhrase.after(tokens, hit.end(), here.to());
        if (source == null || hasVerb(source, here.to())) {
            return null;
        }
        boolean apposition = !afterQuote && subjects.before(here.from(), hit.start()) != null;
        if (apposition && !endsSoon(source.end(), here.to())) {
            return null;
        }
        return Said.of(hit.start(), hit.end(), source, contents.before(here.sentence(), previous, source.end()));
    }

    private boolean hasVerb(NounPhrase phrase, int to) {
        int next = phrase.end();
        if (next >= to) {
            return false;
        }
        boolean pronoun = tokens.has(next - 1, SUBJECT);
        return English.isFinite(tokens, next) || pronoun && tokens.isPossessive(next);
    }

    private boolean endsSoon(int at, int to) {
        return at >= to
                || tokens.isBreak(at)
                || tokens.has(at, CALENDAR | RELATIVE) && !tokens.is(at, "that")
                || tokens.is(at, "on");
    }

    /** "X said ...", and "..., X said"; also of an adjective with its "is". */
    @Nullable
    Said finite(Hit<CueRule> hit, int groupStart, Sentence here) {
        NounPhrase own = subjects.before(here.from(), groupStart);
        NounPhrase source = own != null ? own : shared(here, groupStart);
        if (source == null) {
            return null;
        }
        Said said = finite(hit, groupStart, own, source, here);
        return own == null && said != null ? said.withSharedSource() : said;
    }

    private @Nullable Said finite(
            Hit<CueRule> hit, int groupStart, @Nullable NounPhrase own, NounPhrase source, Sentence here) {
        int kinds = complements.at(hit.end(), here.to());
        boolean clause = hit.rule().takesClause();
        boolean open = (kinds & Complements.MARKED) == 0 || goesOn(source.start() - 1, hit.end());
        if (own != null && clause && open && isBehind(source, hit.end(), here)) {
            return Said.of(
                    groupStart, hit.end(), source, contents.before(here.sentence(), source.start() - 1, hit.end()));
        }
        if (own != null && tokens.is(source.start() - 1, "as") && contents.endsAt(hit.end(), here.sentence())) {
            return Said.of(
                    groupStart, hit.end(), source, contents.around(here.sentence(), source.start() - 1, hit.end()));
        }
        if ((kinds & hit.rule().takes()) == 0 && hit.rule().takes() != 0) {
            TokenSpan object = own == null ? null : objectBefore(hit, source, here);
            if (object != null) {
                return Said.of(groupStart, hit.end(), source, object);
            }
            boolean alone = clause && own != null && contents.endsAt(hit.end(), here.sentence());
            TokenSpan quote = alone ? contents.quoteBefore(here.sentence()) : null;
            return Said.of(groupStart, hit.end(), source, quote);
        }
        return Said.of(groupStart, hit.end(), source, contents.after(here.sentence(), hit.end()));
    }

    /** "the defeat, which X conceded": what the relative stands for. */
    private @Nullable TokenSpan objectBefore(Hit<CueRule> hit, NounPhrase source, Sentence here) {
        int relative = source.start() - 1;
        if ((hit.rule().takes() & Complements.AN_OBJECT) == 0
                || relative <= here.from()
                || !tokens.is(relative, "which") && !tokens.is(relative, "that") && !tokens.is(relative, "whom")) {
            return null;
        }
        int end = tokens.is(relative - 1, ",") ? relative - 1 : relative;
        NounPhrase object = subjects.phrase(here.from(), end);
        return object == null ? null : new TokenSpan(object.start(), object.end());
    }

    /** "..., X told reporters in Bonn." */
    private boolean isAddressee(int at, Sentence here) {
        if (tokens.has(at, SUBJECT | RELATIVE)) {
            return tokens.has(at, WordClass.OBJECT) && contents.endsAt(at + 1, here.sentence());
        }
        NounPhrase phrase = NounPhrase.after(tokens, at, Math.min(here.to(), at + 8));
        return phrase != null && contents.endsAt(phrase.end(), here.sentence());
    }

    /** Between the halves of a quotation: "“It rained,” she said, “and then it stopped.”" */
    private boolean goesOn(int before, int cueEnd) {
        return quotations.quoted(before) && tokens.is(cueEnd, ",");
    }

    private boolean isBehind(NounPhrase source, int cueEnd, Sentence here) {
        int before = source.start() - 1;
        boolean marked = tokens.is(before, ",")
                || tokens.is(before, "-")
                || before > 0 && (tokens.isQuote(before) || quotations.quoted(before));
        if (!marked || before <= here.from()) {
            return false;
        }
        if (!contents.endsAt(cueEnd, here.sentence())) {
            return isAddressee(cueEnd, here) && contents.isSaid(here.from(), before);
        }
        int end = complements.afterDay(cueEnd, here.to());
        boolean closed = end >= here.to() || tokens.isBreak(end);
        return closed && source.end() <= cueEnd || contents.isSaid(here.from(), before);
    }

    /** The subject that a verb shares with the one before it. */
    private @Nullable NounPhrase shared(Sentence here, int verb) {
        NounPhrase last = here.lastSource(tokens, tokens.has(verb - 1, COORDINATOR));
        return last != null && last.end() <= verb ? last : subjects.first(here.from(), verb);
    }

    /** "..., adding that ...": whoever spoke before in the sentence, else its subject, else the noun before. */
    private @Nullable Said participle(Hit<CueRule> hit, VerbGroup group, Sentence here) {
        if ((complements.at(hit.end(), here.to()) & hit.rule().takes()) == 0) {
            return null;
        }
        int previous = group.start() - 1;
        boolean opening =
                previous < here.from() || previous == here.from() && tokens.has(previous, PREPOSITION | STARTER);
        if (opening) {
            return opening(hit, here);
        }
        boolean free = tokens.isBreak(previous)
                || tokens.isQuote(previous)
                || tokens.has(previous, PREPOSITION | STARTER | COORDINATOR);
        NounPhrase source = free ? shared(here, previous) : nounBefore(here, group.start());
        Said said = source == null
                ? null
                : Said.of(group.start(), hit.end(), source, contents.after(here.sentence(), hit.end()));
        return free && said != null ? said.withSharedSource() : said;
    }

    /** "posters saying", "with aides saying"; of "released a statement saying" whoever released it. */
    private @Nullable NounPhrase nounBefore(Sentence here, int end) {
        for (int i = end - 1; i >= here.from() && end - i < 9 && !tokens.isBreak(i); i--) {
            if (tokens.is(i, "with")) {
                return i + 1 < end ? new NounPhrase(i + 1, end) : null;
            }
        }
        NounPhrase noun = subjects.before(here.from(), end);
        if (noun == null || noun.start() <= here.from() || !English.isFinite(tokens, noun.start() - 1)) {
            return noun;
        }
        NounPhrase subject = shared(here, noun.start());
        return subject == null ? noun : subject;
    }

    /** "Citing the rain, the mayor closed the bridge." */
    private @Nullable Said opening(Hit<CueRule> hit, Sentence here) {
        int limit = Math.min(here.to(), hit.end() + LONGEST_OPENING);
        for (int i = hit.end(); i < limit; i++) {
            if (tokens.is(i, ",") && !quotations.quoted(i)) {
                NounPhrase source = NounPhrase.after(tokens, i + 1, here.to());
                if (source != null) {
                    return Said.of(hit.start(), hit.end(), source, new TokenSpan(hit.end(), i));
                }
            }
        }
        return null;
    }

    /** "X was accused (by Y) of ...". */
    private @Nullable Said passive(Hit<CueRule> hit, VerbGroup group, Sentence here) {
        NounPhrase subject = subjects.before(here.from(), group.start());
        int by = by(hit.end(), here.to());
        NounPhrase source = by < 0 ? null : NounPhrase.after(tokens, by + 1, here.to());
        int start = subject == null ? here.from() : subject.start();
        TokenSpan content = by == hit.end() && subject != null
                ? new TokenSpan(subject.start(), subject.end())
                : new TokenSpan(start, contents.clauseEnd(hit.end(), here.to()));
        return Said.of(group.start(), hit.end(), source, content);
    }

    /** "Asked about it, ...", "when asked". */
    private boolean isOpeningPassive(VerbGroup group, int from) {
        boolean past = group.form() == Form.FINITE || group.form() == Form.REDUCED;
        return past
                && group.start() == group.verb()
                && tokens.has(group.verb(), WordClass.PARTICIPLE)
                && (group.verb() == from || tokens.is(group.verb() - 1, "when") || tokens.is(group.verb() - 1, "if"));
    }

    private @Nullable Said openingPassive(Hit<CueRule> hit, Sentence here) {
        int by = by(hit.end(), here.to());
        NounPhrase source = by < 0 ? null : NounPhrase.after(tokens, by + 1, here.to());
        int end = hit.end();
        while (end < here.to() && (!tokens.isBreak(end) || quotations.quoted(end))) {
            end++;
        }
        return Said.of(hit.start(), hit.end(), source, new TokenSpan(hit.end(), end));
    }

    private int by(int at, int to) {
        int limit = Math.min(to, at + FARTHEST_BY);
        for (int i = at; i < limit && !tokens.isBreak(i) && !English.isFinite(tokens, i); i++) {
            if (tokens.is(i, "by")) {
                return i;
            }
        }
        return -1;
    }

    /** "a plan backed by X". */
    private @Nullable Said reduced(Hit<CueRule> hit, VerbGroup group, Sentence here) {
        NounPhrase source = NounPhrase.after(tokens, hit.end() + 1, here.to());
        NounPhrase object = subjects.before(here.from(), group.start());
        return source == null || object == null || group.form() != Form.REDUCED
                ? null
                : Said.of(group.start(), hit.end(), source, new TokenSpan(object.start(), object.end()));
    }
}
