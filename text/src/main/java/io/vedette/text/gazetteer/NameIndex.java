package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The main names, to be suggested to somebody who misspelt one. */
final class NameIndex {

    private final List<Entity> entities;

    NameIndex(List<Entity> entities) {
        this.entities = List.copyOf(entities);
    }

    /** Names within a third of the letters by edit distance (Levenshtein), or that begin with what was written. */
    List<String> near(MentionKind kind, String name, int limit) {
        record Near(Entity entity, int distance) {}
        String wanted = norm(name);
        int most = Math.max(1, wanted.length() / 3);
        List<Near> found = new ArrayList<>();
        for (Entity entity : entities) {
            if (entity.type().kind() == kind) {
                String candidate = norm(entity.name());
                int distance =
                        wanted.length() > 2 && candidate.startsWith(wanted) ? 1 : distance(wanted, candidate, most);
                if (distance <= most) {
                    found.add(new Near(entity, distance));
                }
            }
        }
        found.sort(Comparator.comparingInt(Near::distance)
                .thenComparing(
                        Comparator.comparingLong((Near near) -> near.entity().population())
                                .reversed()));
        return found.stream()
                .map(near -> near.entity().name())
                .distinct()
                .limit(limit)
                .toList();
    }

    private static String norm(String name) {
        Tokens tokens = Tokens.of(name);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.count(); i++) {
            out.append(i == 0 ? "" : " ").append(tokens.norm(i));
        }
        return out.toString();
    }

    /** The edit distance, or more than {@code most} as soon as it can't be less. */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
        }
        return row[b.length()];
    }
}
