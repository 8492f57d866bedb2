package io.vedette.text.mention;

import io.vedette.text.token.WordSet;
import java.util.Arrays;
import java.util.Set;

/** Closed classes of English words that stand beside the names of places, or beside those of people; normalised. */
final class PlaceWords {

    /** Behind these stands a place, seldom a person. */
    static final Set<String> WITHIN = set("in near outside around across throughout inside within into toward towards "
            + "throughout beyond across amid downtown");

    /** Behind these stands a place or anything else. */
    static final Set<String> MOVING = set("at from to via through between on over past against towards");

    /** Before "of" they want a place behind it. */
    static final Set<String> PARTS = set("outskirts centre center north south east west northeast northwest southeast "
            + "southwest part parts areas suburbs suburb streets sky skies coast coasts shores banks capture recapture "
            + "liberation battle siege fall encirclement shelling bombing bombardment occupation defence defense evacuation "
            + "people residents inhabitants citizens mayor governor governors rest border borders edge vicinity direction "
            + "neighbourhood neighborhood neighborhoods heart middle entrance surroundings control residential side "
            + "residents km miles kilometres kilometers");

    /** What is done to towns, and going there. */
    static final Set<String> TAKING =
            set("captured seized liberated recaptured retook occupied occupying entered entering "
                    + "left leaving reached reaching visited visiting shelled shelling bombed bombing bombarded bombarding besieged "
                    + "encircled surrounded fled evacuated attacked controls controlled controlling control hit struck invaded "
                    + "stormed destroyed damaged defended toured");

    static final Set<String> DIRECTIONS =
            set("north south east west northern southern eastern western northeast northwest "
                    + "southeast southwest northeastern northwestern southeastern southwestern central downtown upstate midtown "
                    + "uptown rural nearby suburban metro metropolitan greater inner mainland coastal neighboring neighbouring "
                    + "occupied northernmost southernmost far upper lower");

    /** Written with a capital behind a place's name, they make an institution of that place. */
    static final Set<String> INSTITUTIONS =
            set("police fire city town village county township state university college "
                    + "school high elementary middle hospital medical airport international chamber council commission board "
                    + "department district court courthouse sheriff's sheriff public library community regional area central "
                    + "general municipal center centre museum church baptist methodist catholic lutheran presbyterian school's "
                    + "housing water power health mall park zoo arena stadium theater theatre opera symphony orchestra "
                    + "business economic development planning zoning parks recreation historical society junior senior "
                    + "independent unified water sewer road street avenue bridge station mayor fire's post rotary lions club "
                    + "national federal provincial regiment brigade division garrison zoo botanical festival marathon");

    /** Behind a place's name, in small letters, they say whose they are. */
    static final Set<String> BELONGINGS = set(
            "police area areas region resident residents native natives mayor man woman "
                    + "men women teen teenager officials official schools school voters firefighters authorities suburb suburbs "
                    + "neighborhood neighbourhood metro government council councilman councilwoman councilor councillor couple family "
                    + "families students student teachers teacher businessman businesswoman lawyer attorney city-based hospital "
                    + "airport court courthouse jail prison plant factory office offices headquarters home hotel church restaurant "
                    + "community border coast province district state county town city village port outskirts street streets "
                    + "highway road roads bridge river valley store business businesses campus summit conference talks front "
                    + "direction axis sector pocket region's area's border mission visit trip bureau airfield apartment apartments train railway bus depot "
                    + "market substation shipyard refinery warehouse warehouses resort museum theatre theater university college cathedral dam reservoir garrison");

    static final Set<String> BEING = set("was is has had were are will would could does did who");

    /** What a person does and a town does not. */
    static final Set<String> DOING =
            set("said says told tells testified wrote writes added explained recalled thinks thought "
                    + "knew knows laughed smiled asked replied noted joked believes insisted continued pleaded graduated played "
                    + "scored finished hit threw ran walked drove died born married retired went came got took gave made did "
                    + "also then still never always");

    static final Set<String> QUOTES = set("\" ' (");

    private PlaceWords() {}

    private static Set<String> set(String words) {
        return WordSet.copyOf(Arrays.asList(words.split(" ")));
    }
}
