package io.vedette.text.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parameters of an address that tell where a reader came from and nothing about the page.
 *
 * <p>They are part of what an article id means, and so stand here and in no configuration: with another list the same
 * article would get another id.
 */
final class TrackingParameters {

    /** utm: Urchin, now Google Analytics; pk, mtm, matomo: Matomo; at: AT Internet; ga: Google; hsa: HubSpot's adverts. */
    private static final List<String> PREFIXES = List.of("utm_", "pk_", "mtm_", "matomo_", "at_", "_ga", "hsa_");

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
            // what outlets add to their own links: Adobe's campaign, BBC, Guardian, NYT, Washington Post, Sinclair
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
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
