package io.vedette.text.watch;

import io.vedette.text.token.WordTable;

/**
 * In what share of articles a word stands.  The commonest of English were counted in 21,680 news articles of 4 KB from four
 * collections, each of which counts alike; a wrong share costs time and nothing else.
 */
final class WordShares {

    private static final String OF_MOST =
            "a about after against all also an and any are as at be because been before being between but by "
                    + "can company could country do down during first five for former four from government group had "
                    + "has have he his house i if in including international into is it its last least made may "
                    + "minister more most national new no not now of off on one only or other others out over part "
                    + "people president s said since six so some state states t than that the their them there they "
                    + "this three time to told two u under united up us was we week were what when which while who "
                    + "will with world would year years";

    private static final String OF_MANY =
            "able according across act action added administration again agency ago agreed agreement ahead "
                    + "aid air airstrikes al alleged almost along already although america american amid among "
                    + "analysts announced announces annual another anti april area armed army around arrest arrested "
                    + "asked association attack attacks authorities away back bank based become believe best better "
                    + "big bill billion board border both british building business buy c call called came campaign "
                    + "canada capital carrying case cash central chairman change charges chief children china city "
                    + "claims clear close co come commission committee common community companies conference congress "
                    + "continue control corp cost council countries court cts current currently cut d day days de deal "
                    + "death debt december decision defense democratic democrats department despite development did "
                    + "director district dlr dlrs does domestic don donald drone due each earlier early east economic "
                    + "economy eight election end energy england europe european even every exchange executive "
                    + "expected face fall family far february federal few figures final finance financial fire firm "
                    + "following force forces foreign found france free french friday full further future gas gaza "
                    + "general germany get give given go going good got great groups growth half having head health "
                    + "held help her here high higher him history hit hold home hours how however human important inc "
                    + "include increase increased india industry information injured injuring interest investigation "
                    + "investment iran israel israeli issue issues january japan john july june just justice keep key "
                    + "killed killing know korea large largest late later launch law lead leader leaders leading led "
                    + "left legal less level life like likely line little local london long look loss lost lot low "
                    + "lower m main major majority make making man management many march market markets mass me media "
                    + "meet meeting member members men mexico might military million ministry missing mln monday money "
                    + "month months move mr much must my n nations near nearly need net never news next nine non north "
                    + "number obama october offer office official officials oil old open operation operations "
                    + "opposition order orders our outside own pakistan palestinians parliament party past pay pct per "
                    + "period person place plan plans point police policy political possible potential power "
                    + "presidential press previous previously price prices prime prison private production products "
                    + "program proposed protests provide province public put quarter rate rates re real really "
                    + "received recent recently record region related release released remain report reported reports "
                    + "republic republican response result results return right rights rise role rose run russia "
                    + "russian sale sales same say saying says second secretary securities security see seen senate "
                    + "senior september series service services set seven several share shares she shooting short shot "
                    + "should show sign social soldiers south special spokesman start statement still stock strike "
                    + "strikes strip strong such support syria system take taken taking talks tax team ten term terms "
                    + "then these think third those though through times today too took top total trade trump tuesday "
                    + "uk ukraine union unit until use used using ve very vice vote vs want war washington way "
                    + "wednesday weeks well west where whether white win within without women won work workers working "
                    + "yesterday yet york you";

    private static final String OF_SOME =
            "ability above access account accused acquisition actions activity actually adding addition "
                    + "additional address affairs affected afghanistan africa african age agree aimed aircraft airport "
                    + "airstrike allegedly allow allowed allowing always am americans amount analyst announce "
                    + "announcement anything appeal approach approval approved approves areas assembly assets "
                    + "associated attempt attorney august australia australian authority available average avoid b "
                    + "backed bad ballistic ban banking banks base basis battle bbc becomes becoming began begin "
                    + "beginning behind believed believes below beyond bid biggest black boat bodies body bond boost "
                    + "bought brazil brazilian break bring britain brought brown budget build bus cabinet california "
                    + "calling calls camp canadian candidate cannot car care carry cases cause caused ceasefire center "
                    + "centre certain chance changed changes charge charged child chinese choice citing citizens civil "
                    + "civilian civilians claim claimed clashes class clinton closed club coalition coast comes coming "
                    + "comment comments commercial compared competition completed computer concern concerned concerns "
                    + "conditions confidence confirmed conflict congo congressional conservative consider considered "
                    + "constitutional construction consumer continued continuing contract controlled corporate "
                    + "corruption costs county course crashes create credit crime crimes criminal crisis critical "
                    + "critically cup currency cuts daily damage data date david dead deaths debate decided declared "
                    + "declares decline declined defence deficit demand democrat denied deputy described designed "
                    + "details didn died different difficult digital diplomatic direct discuss doesn doing dollar done "
                    + "dozens drones drop drug e earnings eastern effect effective effort efforts either el elect "
                    + "elected elections eleven emergency employees ended ending enforcement enough ensure equipment "
                    + "especially estimated event ever everyone evidence example existing expect expects explosion "
                    + "export exports f facility fact failed failure feel fell field fight fighters fighting figure "
                    + "filed film find firms fiscal focus follow followed food football forced form formally forward "
                    + "fourth front fully fund funding funds gain game games gave george german getting giving global "
                    + "goal gold goods governor governorate grand greater ground growing guard guilty gunmen hamas "
                    + "hand hard heavy helped highest himself holding homes hope hospital huge humanitarian hundreds "
                    + "idea illegal immediately immigration impact imports included includes income increases "
                    + "increasing independent indian individuals indonesia industrial industries initial inside "
                    + "instead insurance intelligence internet interview investors involved involving iranian iraq "
                    + "ireland islamic issued italy itself james japanese job jobs joint judge k kill kills kind "
                    + "kingdom known korean l labour land latest launched launches laws leadership league leave "
                    + "leaving lebanon legislation let letter levels liberal light limited linked list live lives ll "
                    + "loan loans longer looking los losses ltd makes manager mark match matter mean means meanwhile "
                    + "measures medical met michael middle mike militants mine ministers missile moment morning "
                    + "movement multiple murder music name named nation natural needed needs negotiations network "
                    + "newspaper nigeria night northern note noted nothing november nuclear o oblast offered offering "
                    + "officer officers often once ongoing online opening operating opportunity organization "
                    + "outstanding overall overnight owned p paid pakistani palestinian paris particularly parties "
                    + "parts passed paul payments peace percent performance perpetrator personal personnel philippine "
                    + "philippines phone planned planning plant play played player players playing points policies "
                    + "politics poor popular position post pre present pressure prevent prior pro probably problem "
                    + "problems process product profit programme programs project proposal proposals protect "
                    + "protection protest purchase question questions r race radio raise raised range rapid rather "
                    + "reach reached reason rebels receive red reduce reform regional relations remaining remains "
                    + "reportedly reporters representatives republicans request required research reserve resources "
                    + "responsibility rest reuters review revs rises rising risk river road robert round rule rules "
                    + "ruling running san sanctions saturday saw scale scheduled school sea search season sector seek "
                    + "seeking sell selling sen sent sentences separate serious seriously shareholders showed shows "
                    + "shr side signed significant signs similar simply single site situation small sold somalia "
                    + "something soon source sources southern spain speaking speech spending spent stabbing staff "
                    + "stage stake stand standard started starting station stay step stop story strategy street "
                    + "students subject subsidiary success sudan summer sunday supply supporters supreme sure suspect "
                    + "suspected suspended syrian systems takes talk target targeted targeting tariffs technology "
                    + "television terrorism terrorist test texas thailand themselves thing things thought thousands "
                    + "threat thursday title together toll tonnes toward towards trading training treasury trial tried "
                    + "troops truck trust try trying turkey turn turned tv twenty ukrainian university users value "
                    + "vehicle vehicles via victory video view violence visit voters votes voting w wanted wants "
                    + "warned watch water ways weapons website weekend went western whole whose why winning wins woman "
                    + "worked worth wounded wrong yemen young your";

    private static final String OF_FEW =
            "abroad abuse accept accepted accord accounts accusing acquire acquired acting active activist "
                    + "activities add admitted advance advantage advertisement adviser afternoon agencies agenda "
                    + "agreements agricultural agriculture airline airlines airspace allegations alliance allies "
                    + "allows alone alternative ambassador amendment andrew angeles answer anyone appear appeared "
                    + "appears appointed arab arabia argentina argued arms arrests asia asian ask asking assault "
                    + "assistance asylum attacked attempted attempting attention avg award awarded awards balance "
                    + "bankers bans barack bari basic beat became begins benefit benefits benjamin bills bit blair "
                    + "block blocks bomb bombing bonds book bridge bringing brothers buildings built bureau bush "
                    + "businesses buying candidates capacity capsizes capture captured career carolina carried cars "
                    + "causes causing century ceremony certainly challenge chancellor charles chemical chicago church "
                    + "cities citizen claiming clearly climate closing cnn collapse collapses colombia colombian "
                    + "combat combined command commander commerce commitment committed communications competitive "
                    + "complete completely computers condition conduct conducted confident confirm confirms connection "
                    + "consecutive conservatives considering consumers content continues contracts contributed "
                    + "controls controversial convertible convicted cooperation corporation counter coup couple cover "
                    + "crash created crew criticism critics cross crowd crude custody customers cutting damaged "
                    + "damaging dealers decade decades decide decisions deep defeat defeating defeats defend delivered "
                    + "demands destroyed detained detention develop developed developing device devices directly "
                    + "directors disaster discovered disease dispute distribution div dividend division documents "
                    + "dollars double doubt draw drive dropped dutch duty earthquake easy economists ecuador education "
                    + "effectively egypt electoral electric electronic else embassy ends english enter entered "
                    + "entering entire entry environment equity establish established estimates eu events eventually "
                    + "everything ex expand expansion expectations experience experts explosive expressed extended "
                    + "extra faced faces facilities facing failing fair falling falls families fans farm fast fbi fear "
                    + "fears fellow felt female fifth file files finally financing finding fines fired fixed flight "
                    + "flights flood flooding floods florida focused follows forecast formal foundation fox fraud "
                    + "freedom friends fuel futures g gains generally generation giant gives goes gone gop governments "
                    + "granted green grow gulf h hands happen happened happy headquarters heard hearing heart "
                    + "helicopter helping highly highway hill hillary hits holds hong hoped hopes host hostages hotel "
                    + "hour houses houthi houthis howard identified ii image images immediate import impose imposed "
                    + "improve improved incident increasingly incumbent index indicated individual inflation influence "
                    + "infrastructure initially injures injuries insisted institute institutions intended interested "
                    + "interests internal introduced investigations investments involvement island isn issuing italian "
                    + "j joe join joined journalists kenya kept khan khyber kim king kivu knew kong la lack language "
                    + "largely larger lawmakers lawsuit lawyer leaves lee liberation limit lines listed living looked "
                    + "looks lose losing love mainly maintain managed manufacturing marco marketing marks martin "
                    + "massive material mayor meant measure meetings merger message mexican mid migrants millions mind "
                    + "minimum mining minority minute minutes missiles mission mobile monetary monitor morgan moscow "
                    + "mostly moved moves moving ms myanmar nationals nationwide navy necessary netanyahu netherlands "
                    + "networks normal notes numbers occupied offensive offers officially opened opens opinion option "
                    + "options ordered organisation original originally outbreak output overseas pacific package "
                    + "pakhtunkhwa panel paper park parliamentary particular partners pass passenger passengers paying "
                    + "payment perhaps peru peter petroleum picture pilot pipeline placed places plane plc plus "
                    + "pointed poland politicians poll population port positions positive possibility posted powerful "
                    + "powers predicted preferred prepared pretty priced primary prisoners prize proceeds produce "
                    + "produced producer producers profits progress projects promised property prosecutors protesters "
                    + "provided providing publicly published puntland push pushed putin putting qatar quality quickly "
                    + "quite quoted raid rain raising rally read ready reagan reasons receiving records recovered "
                    + "recovery reduced reducing reduction reforms refused regarding regime rejected relationship "
                    + "relatively releases relief remained remarks remove rep replace reporting representative require "
                    + "rescue rescued reserves residential residents resignation resigns resolution respectively "
                    + "respond responsible restrictions resume retail returned returns revealed revenue revenues "
                    + "richard risks rival room route royal rubio ruled safe safety saudi save savings scene schools "
                    + "seat seats secure seem seems self senator send sense sentence sentenced serve served serving "
                    + "session setting settlement severe shabaab sharp ship shootout shortly showing shown shrs shut "
                    + "sides sites size slightly slow smaller smith society software solution somali someone son sort "
                    + "sought soviet space spanish speak speaker specific speculation speed spend split spoke "
                    + "spokeswoman spot spread st stability standards standing star statements statistics status steel "
                    + "steps steve stg stocks store stores storm strategic strength student study substantial "
                    + "successful sudanese suffered suggested suggests suicide summit super supplies supported "
                    + "supporting surplus survey suspects suspends suspension swiss sworn takeover taliban talking "
                    + "targets tariff taxes technical telephone tell temporarily temporary tender tensions territory "
                    + "thai thirteen threatened threats throughout ties tokyo tomorrow tony tough town track traders "
                    + "traditional traffic trafficking train transfer transport travel treatment trip true turkish "
                    + "twelve twitter un understand units unknown unless unlikely upcoming upon urged van various "
                    + "venezuela venezuelan venture version victims views village violations violent virginia vladimir "
                    + "voted waiting wales wall warning warrant wasn weather whom wide widely widespread wife william "
                    + "willing wing winner withdraw words works worldwide worst wounding written wrote yen zealand";

    private static final double[] SHARES = {0.45, 0.17, 0.07, 0.04};

    private static final WordTable TIERS = tiers(OF_MOST, OF_MANY, OF_SOME, OF_FEW);

    private WordShares() {}

    private static WordTable tiers(String... tiers) {
        WordTable table = new WordTable(-1);
        for (int tier = 0; tier < tiers.length; tier++) {
            for (String word : tiers[tier].split(" ", -1)) {
                table.put(word, tier);
            }
        }
        return table;
    }

    /** Of a normed word; where it was not counted guessed from its length, for short words are frequent ones (Zipf 1935). */
    static double of(String word) {
        int tier = TIERS.get(word);
        return tier >= 0 ? SHARES[tier] : Math.min(0.03, 0.4 / Math.pow(Math.max(1, word.length()), 2));
    }

    /** The share of articles that have some word of that pattern, by the letters that are certain in it. */
    static double ofLetters(Glob glob) {
        int affix = Math.max(glob.prefix().length(), glob.suffix().length());
        return Math.max(0.01, Math.min(share(affix), 3 * share(glob.infix().length())));
    }

    private static double share(int letters) {
        return Math.pow(0.55, letters);
    }
}
