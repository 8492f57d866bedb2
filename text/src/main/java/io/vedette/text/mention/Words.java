package io.vedette.text.mention;

import io.vedette.text.token.WordSet;
import java.util.Arrays;
import java.util.Set;

/** Closed classes of English words that the patterns lean on, normalised. */
final class Words {

    /** What stands before a person's name and is no part of it. */
    static final Set<String> TITLES = set(
            "president minister premier chancellor king queen prince princess pope secretary senator sen rep representative "
                    + "congressman congresswoman gov governor mayor ambassador envoy spokesman spokeswoman spokesperson "
                    + "general gen colonel col lieutenant lt major maj captain capt sergeant sgt admiral adm marshal "
                    + "commander brigadier brig mr mrs ms miss dr prof professor judge justice sheriff chief chairman "
                    + "chairwoman director ceo leader analyst lawmaker deputy rev reverend detective coach imam sheikh "
                    + "ayatollah sultan emir commissioner prosecutor lawyer attorney journalist economist activist "
                    + "candidate officer constable inspector superintendent bishop archbishop cardinal father sister "
                    + "mp sir lord lady dame warlord strategist researcher expert historian author adviser advisor "
                    + "correspondent reporter director-general trooper councilman councilwoman councillor principal");

    /** What says that somebody speaks or decides. */
    static final Set<String> SPEECH = set(
            "said says say told tells announced announces claimed claims reported reports stated states warned warns denied "
                    + "denies accused accuses confirmed confirms declared declares insisted insists argued argues "
                    + "recognized recognised acknowledged acknowledges admitted admits vowed vows rejected rejects urged "
                    + "urges demanded demands called calls described describes condemned condemns believes believed added "
                    + "noted notes explained wrote writes suggested suggests refused refuses agreed agrees threatened "
                    + "threatens pledged pledges promised proposed proposes signalled signaled decided decides offered "
                    + "ordered orders considers considered wants expects expected hopes dismissed disputed welcomed "
                    + "responded replied maintains maintained contends alleges alleged predicted estimates estimated "
                    + "imposed approved expelled summoned recalled retaliated insisting sees seeks sought launched "
                    + "withdrew backed supports supported opposes blamed blames asked asks commented tweeted testified");

    /** What may stand between a subject and its verb. */
    static final Set<String> BEFORE_VERB = set(
            "has have had also later again repeatedly itself publicly recently now already since still yesterday would "
                    + "will could may officially formally on monday tuesday wednesday thursday friday saturday sunday "
                    + "immediately quickly previously earlier");

    static final Set<String> PREPOSITIONS = set(
            "in at near of from to into for around outside inside toward towards across over through between by with "
                    + "within throughout off via");

    /** Behind the hyphen of "Moscow-backed". */
    static final Set<String> BACKED =
            set("backed installed appointed sponsored allied aligned funded supported led controlled brokered imposed");

    /** What is a part of a region's name when it is written with a capital. */
    static final Set<String> OFFICIAL_REGION_WORDS =
            set("province oblast region governorate county parish krai republic prefecture raion canton territory");

    /** What a region is called, behind its name or before "of". */
    static final Set<String> REGION_WORDS = set(
            "province oblast region state governorate district county parish krai republic prefecture territory area "
                    + "raion canton department subdistrict borough");

    static final Set<String> REGION_PLURALS =
            set("provinces oblasts regions states governorates districts counties parishes areas departments");

    static final Set<String> SETTLEMENT_WORDS =
            set("city town village settlement capital port suburb township hamlet municipality community neighborhood");

    /** Capitalised words that neither begin nor end a person's name. */
    static final Set<String> NOT_NAMES = set(
            "the a an and or but if in on at of for to by from with as it he she they we i his her their its our my this "
                    + "that these those there here when while where who what why how after before since during until "
                    + "although though however meanwhile also not no yes one two three four five six many most some "
                    + "several all both each every another other last next first second third new old former late then "
                    + "now today yesterday monday tuesday wednesday thursday friday saturday sunday january february "
                    + "march april may june july august september october november december north south east west northern "
                    + "southern eastern western central sunday's prime vice acting deputy senior foreign defense defence "
                    + "interior finance health assembly staff justice general ministry office house league hospital city "
                    + "street avenue road drive lane boulevard river lake mountain county parish state states university "
                    + "college school police department council committee court church bank party army navy air force "
                    + "forces guard brigade division regiment battalion corps fleet government parliament congress senate "
                    + "president minister secretary company inc corp news times post world cup war day week year "
                    + "according officials police authorities president's executive board security human rights union "
                    + "international national federal american european asian african officer director chief");

    private Words() {}

    private static Set<String> set(String words) {
        return WordSet.copyOf(Arrays.asList(words.split(" ")));
    }
}
