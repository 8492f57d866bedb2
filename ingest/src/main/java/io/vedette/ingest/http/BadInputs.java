package io.vedette.ingest.http;

import io.vedette.ingest.article.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What could not be taken, as answers tell it. */
final class BadInputs {

    private BadInputs() {}

    /** The first of them: where they stand, and what is wrong. */
    static List<Map<String, Object>> members(List<BadInput> bad, int most) {
        return bad.stream().limit(most).map(BadInputs::members).toList();
    }

    private static Map<String, Object> members(BadInput bad) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (bad.where() != null) {
            members.put("where", bad.where());
        }
        if (bad.line() > 0) {
            members.put("line", bad.line());
        }
        if (bad.column() > 0) {
            members.put("column", bad.column());
        }
        members.put("reason", bad.reason());
        return members;
    }
}
