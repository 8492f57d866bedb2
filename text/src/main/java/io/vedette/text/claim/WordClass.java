package io.vedette.text.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The classes of English words by which the edges of phrases and clauses are told without a parser: closed classes from
 * lists, open ones by their ending.  A word's classes are bits of one number, looked up once per token.
 */
final class WordClass {

    static final int BE = 1;
    static final int HAVE = 1 << 1;
    /** Modal verbs and forms of "do", after which a verb stands in its base form. */
    static final int MODAL = 1 << 2;
    /** Adverbs that stand between a subject and its verb. */
    static final int ADVERB = 1 << 3;
    /** Pronouns that can be a subject. */
    static final int SUBJECT = 1 << 4;
    /** Pronouns that can be an object. */
    static final int OBJECT = 1 << 5;

    static final int DETERMINER = 1 << 6;
    static final int OWNER = 1 << 7;
    static final int PREPOSITION = 1 << 8;
    /** Conjunctions and the like, which begin a clause and so end the phrase before them. */
    static final int STARTER = 1 << 9;

    static final int RELATIVE = 1 << 10;
    /** Days and months, "yesterday", "today". */
    static final int CALENDAR = 1 << 11;
    /** Words that are a past form of a verb, by list or by -ed; some are its participle too. */
    static final int PAST = 1 << 12;
    /** Participles, by list or by -ed; those by list that are no past form stand only after "have" or "be". */
    static final int PARTICIPLE = 1 << 13;

    static final int ING = 1 << 14;
    static final int COORDINATOR = 1 << 15;
    /** Forms of the present that are hardly ever a noun. */
    static final int PRESENT = 1 << 16;

    /** "that", "whether", "how" and so on, with which a reported clause begins. */
    static final int CLAUSE = 1 << 17;
    /** What turns a verb into its opposite. */
    static final int NEGATION = 1 << 18;
    /** Verbs that join an adjective to its subject, beside "be". */
    static final int LINKING = 1 << 19;
    /** Words that are an abbreviation where all their letters are capitals: "IT", "US". */
    static final int INITIALS = 1 << 20;

    /** Modal verbs after which nothing has happened. */
    static final int UNREAL = 1 << 21;

    /** Verbs that lend their subject to an infinitive behind them: "continued to say". */
    static final int CATENATIVE = 1 << 22;
    /** Forms of a verb of saying that are as often a noun. */
    static final int NOUN_TOO = 1 << 23;

    static final int AUXILIARY = BE | HAVE | MODAL;
    static final int FINITE = AUXILIARY | PAST | PRESENT;

    private static final Map<String, Integer> LISTED = new HashMap<>();

    static {
        list(BE, "is are was were be been being am isn't aren't wasn't weren't ain't");
        list(BE | SUBJECT, "i'm you're we're they're he's she's it's that's who's there's");
        list(HAVE, "have has had having haven't hasn't hadn't");
        list(HAVE | SUBJECT, "i've you've we've they've i'd he'd she'd we'd they'd you'd who've who'd");
        list(
                MODAL,
                "will would can could may might shall should must do does did cannot don't doesn't didn't won't"
                        + " wouldn't can't couldn't shouldn't mustn't");
        list(MODAL | SUBJECT, "i'll you'll we'll they'll he'll she'll it'll");
        list(UNREAL, "will would could should must shall won't wouldn't couldn't shouldn't mustn't may might");
        list(
                CATENATIVE,
                "continue continues continued continuing begin begins began beginning start starts started"
                        + " try tries tried trying attempt attempts attempted attempting manage manages managed seek seeks"
                        + " sought seeking struggle struggles struggled struggling tend tends tended proceed proceeds proceeded"
                        + " rush rushed hasten hastened move moved keep keeps kept stop stopped on");
        list(
                NOUN_TOO,
                "claim claims report reports state states plan plans hope hopes support supports attack attacks"
                        + " call calls demand demands promise promises view views fear fears worry worries question questions"
                        + " request requests comment comments estimate estimates project projects forecast forecasts note notes"
                        + " tweet tweets post posts bill bills brand brands label labels charge charges challenge challenges"
                        + " offer offers vow vows pledge pledges praise blame protest protests vote votes love hate need needs"
                        + " mind trust doubt doubts guess judge judges reason reasons name names figure figures quote quotes"
                        + " answer answers reply replies remark remarks release releases issue issues push petition petitions"
                        + " order orders appeal appeals favor favors favour favours paint frame frames back backs show shows"
                        + " deal address debate detail details list aim aims desire desires wish wishes regret regrets warning"
                        + " result results pitch study studies echo joke jokes boast cry rally complaint counter finding");
        list(
                NEGATION,
                "not never isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't"
                        + " can't couldn't shouldn't mustn't cannot neither nor");
        list(
                ADVERB,
                "also later then earlier again still now just however even once further often never not already"
                        + " always since long soon twice first only instead ever too almost quite rather perhaps maybe"
                        + " meanwhile therefore thus indeed sometimes much most more well far so yet both all each best");
        list(SUBJECT, "he she they it we i who you");
        list(RELATIVE, "who which that whose whom");
        list(
                OBJECT,
                "him her them it us me you himself herself themselves itself myself ourselves yourself whom this"
                        + " these those everyone everybody anyone someone something nothing everything anything one");
        list(
                DETERMINER,
                "the a an this these those some many several one two three another other both most few all any"
                        + " no each every such more half much enough");
        list(DETERMINER | OWNER, "his its their our my your");
        list(DETERMINER | OWNER, "her");
        list(
                PREPOSITION,
                "of for from in at on with by to into against about over under between across during near"
                        + " within without through throughout towards toward amid amidst among despite regarding concerning"
                        + " upon onto around behind beyond beside besides inside outside via per along alongside off out up"
                        + " down including following ahead above below");
        list(
                STARTER,
                "that but or if when while as because after before until till where which although though"
                        + " whether than so how why what since unless whom whose there nor yet hence like whereas once"
                        + " except whatever whoever lest");
        list(CLAUSE, "that whether if how why what who which whom");
        list(INITIALS, "it us who is am");
        list(COORDINATOR, "and but or then yet");
        list(
                CALENDAR,
                "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"
                        + " january february march april june july august september october november december");
        list(
                LINKING,
                "seem seems seemed seeming feel feels felt feeling remain remains remained become becomes became"
                        + " look looks looked appear appears appeared sound sounds sounded");
        list(
                PAST | PARTICIPLE,
                "made got left led held found met lost won told said kept sent brought stood meant sat"
                        + " thought felt heard read built bought taught caught fought sought spent lent sold paid laid shot"
                        + " struck dealt dug fed hung slept swept understood bound bent hit put set cut shut beat quit fled burst");
        list(
                PAST,
                "came went took gave began ran saw fell wrote spoke became drew drove flew grew knew threw broke"
                        + " chose rose forgot hid rode sang shook stole swore tore woke wore sank drank ate did was were had"
                        + " forbade overtook undertook withdrew froze blew swam arose");
        list(
                PARTICIPLE,
                "taken given begun run seen fallen written spoken drawn driven flown grown known thrown"
                        + " broken chosen risen forgotten hidden ridden sung shaken stolen sworn torn shown gone done been"
                        + " proven overtaken undertaken withdrawn frozen blown forbidden");
        list(
                PRESENT,
                "say says makes takes wants includes believes thinks knows gives goes comes gets keeps becomes seems"
                        + " tells writes argues insists adds contains remains happens brings begins");
        // words in -ed, -ing and -ly that are none of the open classes
        list(
                0,
                "family ally reply supply rally italy july apply fly early only daily friendly likely unlikely elderly"
                        + " red bed need seed speed indeed hundred sacred naked wicked feed breed shed bring king thing"
                        + " something nothing everything anything ring wing spring string sing during morning evening"
                        + " building meeting hearing wedding funding briefing filing ceiling hundred embed exceed proceed"
                        + " succeed imply comply multiply assembly monopoly anomaly bully belly jelly lily");
    }

    private WordClass() {}

    private static void list(int classes, String words) {
        for (String word : words.split(" ")) {
            LISTED.merge(word, classes, (a, b) -> a | b);
        }
    }

    /** The words of the lists, so that they can have numbers. */
    static Set<String> listed() {
        return LISTED.keySet();
    }

    /** The classes of a normalised word. */
    static int of(String norm) {
        Integer listed = LISTED.get(norm);
        return listed != null ? listed : byEnding(norm, 0, norm.length());
    }

    /** The classes of a word that no list has, in capitals or not: -ed, -ing and -ly tell. */
    static int byEnding(String text, int start, int end) {
        int length = end - start;
        if (length < 4) {
            return 0;
        }
        int last = text.charAt(end - 1) | ' ';
        int before = text.charAt(end - 2) | ' ';
        if (last == 'd' && before == 'e') {
            return PAST | PARTICIPLE;
        }
        if (length < 5) {
            return 0;
        }
        if (last == 'y' && before == 'l') {
            return ADVERB;
        }
        return last == 'g' && before == 'n' && (text.charAt(end - 3) | ' ') == 'i' ? ING : 0;
    }
}
