package io.vedette.text.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parameters of an address that tell where a reader came from, or who is reading, and nothing about the page.
 *
 * <p>They are part of what an article id means, and so stand here and in no configuration: with another list the same
 * article would get another id.
 */
final class TrackingParameters {

    /**
     * utm: Urchin, now Google Analytics; pk, mtm, matomo, piwik: Matomo; at: AT Internet; ga, gl: Google; hsa: HubSpot's
     * adverts; hs: HubSpot; guce: Yahoo's consent; branch: Branch; elq: Eloqua; sfmc: Salesforce; trk: Customer.io.
     */
    private static final List<String> PREFIXES = List.of(
            "utm_",
            "pk_",
            "mtm_",
            "matomo_",
            "piwik_",
            "at_",
            "_ga",
            "_gl",
            "hsa_",
            "__hs",
            "guce_",
            "_branch_",
            "elqtrack",
            "sfmc_",
            "trk_");

    /** Where a reader came from, if the value says so; else it may name a part of the page. */
    private static final Pattern CAME_FROM = Pattern.compile(
            "(?i)(?:ref|referer|referrer|src|source|from|via|partner|channel|feed|cid|mod|ns|origin|soc_src)"
                    + "=(?:(?:rss|feed|feeds|atom|feedburner)(?:[-_].*)?|twitter|tw|facebook|fb|telegram|whatsapp|linkedin"
                    + "|reddit|newsletter|e?mail|share|social|homepage)");

    private static final Set<String> NAMES = Set.of(
            // identifiers of clicks: Facebook, Google, DoubleClick, Microsoft, Yandex, X, TikTok, Instagram, LinkedIn
            "fbclid",
            "gclid",
            "gclsrc",
            "gbraid",
            "wbraid",
            "dclid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "li_fat_id",
            "gad_source",
            "gad_campaignid",
            "srsltid",
            "yadclid",
            "_openstat",
            "mibextid",
            "rdid",
            "epik",
            "s_kwcid",
            "ef_id",
            "ref_src",
            "ref_url",
            // the viewer of Google's AMP cache
            "usqp",
            "amp_js_v",
            "amp_gsa",
            // mail campaigns: Mailchimp, HubSpot, Vero, Marketo, Olytics
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "hsctatracking",
            "vero_id",
            "vero_conv",
            "mkt_tok",
            "oly_anon_id",
            "oly_enc_id",
            "wickedid",
            "_kx",
            "__s",
            "dm_i",
            "vgo_ee",
            "ml_subscriber",
            "ml_subscriber_hash",
            // what outlets add to their own links: Adobe's campaign, BBC, Guardian, NYT, Washington Post, Sinclair,
            // Condé
            // Nast, Wall Street Journal, Daily Mail, Al Jazeera, Deutsche Welle, Microsoft's and French outlets,
            // Wikipedia
            "s_cid",
            "cmpid",
            "cmp",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_linkname",
            "smid",
            "ftag",
            "__twitter_impression",
            "cmp_id",
            "intcmp",
            "icid",
            "itid",
            "ncid",
            "ocid",
            "emc",
            "smtyp",
            "smprod",
            "mbid",
            "reflink",
            "ito",
            "traffic_source",
            "maca",
            "xtor",
            "wt_mc",
            "wt_zmc",
            "wt.mc_id",
            "wt.rss_f",
            "wprov",
            "tpcc",
            "guccounter",
            "sharetype",
            "spm");

    private TrackingParameters() {}

    /** A query (without its question mark) less these parameters, the others in their order. */
    static String without(String query) {
        if (query.isEmpty()) {
            return query;
        }
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return NAMES.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith)
                || CAME_FROM.matcher(parameter).matches()
                || SessionIds.isOne(parameter);
    }
}
