package io.vedette.alerts.brief;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What both written forms of a brief need. */
final class Sections {

    private Sections() {}

    /** Claims that come one place after the other, place by place. */
    static List<BriefPlace> byPlace(List<BriefClaim> claims) {
        Map<String, List<BriefClaim>> byPlace = new LinkedHashMap<>();
        for (BriefClaim claim : claims) {
            byPlace.computeIfAbsent(Objects.requireNonNullElse(claim.placeId(), ""), any -> new ArrayList<>())
                    .add(claim);
        }
        return byPlace.values().stream()
                .map(here -> new BriefPlace(
                        here.get(0).placeId(), here.get(0).place(), here.get(0).country(), here))
                .toList();
    }

    /** Where the console shows an alert. */
    static String alert(String base, String id) {
        return base + "/alerts/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
