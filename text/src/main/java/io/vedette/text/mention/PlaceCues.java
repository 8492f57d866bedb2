package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.token.TokenKind;
import java.util.List;

/** Collects the {@link PlaceCue}s of a name in one field. */
final class PlaceCues {

    private final FieldText text;
    private final Cover actors;
    private final Gazetteer gazetteer;
    private long cues;

    PlaceCues(FieldText text, Cover actors, Gazetteer gazetteer) {
        this.text = text;
        this.actors = actors;
        this.gazetteer = gazetteer;
    }

    long of(int first, int end, List<Alias> aliases) {
        cues = 0;
        known(aliases);
        itself(first, end);
        before(first);
        after(first, end);
        return cues;
    }

    private void add(PlaceCue cue) {
        cues |= cue.bit();
    }

    private void addIf(boolean seen, PlaceCue cue) {
        cues |= seen ? cue.bit() : 0;
    }

    private boolean has(PlaceCue cue) {
        return (cues & cue.bit()) != 0;
    }

    private void known(List<Alias> aliases) {
        for (Alias alias : aliases) {
            Entity entity = alias.entity();
            addIf(alias.use() == Alias.Use.ACRONYM, PlaceCue.ACRONYM);
            addIf(entity.type() == MentionType.COUNTRY, PlaceCue.COUNTRY);
            addIf(entity.id().startsWith("admin1:"), PlaceCue.DIVISION);
            addIf(entity.capital(), PlaceCue.SEAT);
            addIf(entity.type() != MentionType.SETTLEMENT && !entity.id().startsWith("admin"), PlaceCue.WIDE);
        }
    }

    private void itself(int first, int end) {
        boolean single = end - first == 1;
        String norm = text.norm(first);
        addIf(!single, PlaceCue.SEVERAL_WORDS);
        addIf(single && gazetteer.isStopWord(norm), PlaceCue.STOP_WORD);
        addIf(single && gazetteer.isFirstName(norm), PlaceCue.FIRST_NAME);
        addIf(single && norm.length() < 4, PlaceCue.SHORT);
        addIf(text.beginsSentence(first), PlaceCue.SENTENCE_START);
        addIf(text.tokens().allCaps(first) && norm.length() > 1, PlaceCue.ALL_CAPITALS);
        addIf(text.tokens().text().charAt(text.tokens().start(first)) >= 0x250, PlaceCue.NON_LATIN);
        addIf(OtherPeople.READ.contains(text.language()) && !has(PlaceCue.NON_LATIN), PlaceCue.OTHER_LANGUAGE);
        addIf(text.beginsSentence(first) && isDateline(end), PlaceCue.DATELINE);
        Found actor = actors.at(first);
        if (actor != null) {
            boolean name = actor.type() == MentionType.COMPANY
                    || actor.type() == MentionType.MEDIA
                    || actor.type() == MentionType.PARTY;
            add(name ? PlaceCue.IN_NAME : PlaceCue.IN_ACTOR);
        }
    }

    /** "PARIS (AP) --", "LANSING, Mich. -". */
    private boolean isDateline(int end) {
        int i = end;
        if (text.norm(i).equals(",")) {
            i += 2;
            i += text.norm(i).equals(".") ? 1 : 0;
        }
        if (text.norm(i).equals("(")) {
            int limit = i + 6;
            while (i < limit && !text.norm(i).equals(")")) {
                i++;
            }
            i++;
        }
        return text.together(end - 1, i)
                && text.norm(i).equals("-")
                && !text.tokens().joined(i);
    }

    private void before(int first) {
        int i = first - 1;
        if (!text.together(first, i)) {
            return;
        }
        String norm = text.norm(i);
        if (norm.equals("-") && text.tokens().joined(i) && text.tokens().joined(first)) {
            boolean party = text.norm(i - 1).equals("r") || text.norm(i - 1).equals("d");
            add(party ? PlaceCue.PARTY : PlaceCue.HYPHEN_BEFORE);
            return;
        }
        if (PlaceWords.DIRECTIONS.contains(norm)) {
            add(PlaceCue.DIRECTION);
            i--;
            norm = text.norm(i);
        }
        if (norm.equals("the")) {
            add(PlaceCue.THE);
            i--;
            norm = text.norm(i);
        }
        addIf(PlaceWords.WITHIN.contains(norm), PlaceCue.WITHIN);
        addIf(PlaceWords.MOVING.contains(norm), PlaceCue.MOVING);
        addIf(PlaceWords.TAKING.contains(norm), PlaceCue.TAKEN);
        addIf(PlaceWords.QUOTES.contains(norm), PlaceCue.QUOTED);
        addIf(Words.TITLES.contains(norm), PlaceCue.TITLE_BEFORE);
        addIf(text.tokens().kind(Math.max(i, 0)) == TokenKind.NUMBER, PlaceCue.NUMBER_BEFORE);
        if (norm.equals("of")) {
            String head = text.norm(i - 1);
            boolean called = Words.REGION_WORDS.contains(head) || Words.SETTLEMENT_WORDS.contains(head);
            add(called ? PlaceCue.HEAD : PlaceWords.PARTS.contains(head) ? PlaceCue.PART_OF : PlaceCue.OF);
        }
        if (norm.equals(".") && text.norm(i - 1).length() == 1 || norm.length() == 1 && text.capitalised(i)) {
            add(PlaceCue.INITIAL_BEFORE);
        } else if (i == first - 1 && PersonFinder.isName(text, i) && !has(PlaceCue.DIRECTION)) {
            addIf(!text.beginsSentence(i) || gazetteer.isFirstName(norm), PlaceCue.NAME_BEFORE);
        }
    }

    private void after(int first, int end) {
        if (!text.together(first, end)) {
            return;
        }
        int i = end;
        String norm = text.norm(i);
        if (norm.equals("-") && text.tokens().joined(i) && text.tokens().joined(i + 1)) {
            add(
                    PlaceWords.BELONGINGS.contains(text.norm(i + 1)) || Words.BACKED.contains(text.norm(i + 1))
                            ? PlaceCue.BELONGING_AFTER
                            : PlaceCue.HYPHEN_AFTER);
            return;
        }
        if (norm.equals("'s") || norm.equals("'")) {
            add(PlaceCue.POSSESSIVE);
            return;
        }
        if (text.capitalised(i)) {
            if (PlaceWords.INSTITUTIONS.contains(norm)) {
                add(PlaceCue.INSTITUTION_AFTER);
            } else if (PersonFinder.isName(text, i)) {
                add(PlaceCue.NAME_AFTER);
            }
            return;
        }
        addIf(PlaceWords.BELONGINGS.contains(norm), PlaceCue.BELONGING_AFTER);
        addIf(PlaceWords.DOING.contains(norm), PlaceCue.DOING_AFTER);
        addIf(PlaceWords.BEING.contains(norm), PlaceCue.BEING_AFTER);
        addIf(norm.equals(",") && isAge(i + 1), PlaceCue.AGE_AFTER);
    }

    private boolean isAge(int i) {
        return i < text.count()
                && text.tokens().kind(i) == TokenKind.NUMBER
                && text.norm(i).length() <= 2
                && (text.norm(i + 1).equals(",") || text.norm(i + 1).equals("."));
    }

    /** "Cass, Clay and Jackson". */
    boolean areCoordinated(int endBefore, int first) {
        if (!text.together(endBefore - 1, first)) {
            return false;
        }
        int gap = first - endBefore;
        String norm = text.norm(endBefore);
        return gap == 1 && (norm.equals(",") || norm.equals("and") || norm.equals("or"))
                || gap == 2 && norm.equals(",") && text.norm(endBefore + 1).equals("and");
    }
}
