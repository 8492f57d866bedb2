package io.vedette.alerts.topology;

import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import io.vedette.schemas.WatchUpdates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a match says that was not said before: keys for the memory of a story, each with the words for whoever reads the
 * update.  A new type of claim says nothing more of its modality; places and sides count whatever is claimed of them.
 */
final class Novelty {

    private final List<Integer> casualtySteps;

    /** @param casualtySteps numbers of casualties that are news when they are reached, in any order */
    Novelty(List<Integer> casualtySteps) {
        this.casualtySteps = casualtySteps.stream().sorted().toList();
    }

    /** All that a match says, new or not: key to words.  Steps that a number has passed are all there. */
    Map<String, String> said(Match match, @Nullable WatchUpdates updates) {
        Map<String, String> said = new LinkedHashMap<>();
        for (ClaimFact claim : match.getClaims()) {
            said.put("claim " + claim.getType(), "claim: " + claim.getType());
            put(said, "place", claim.getPlace(), claim.getPlaceName());
            put(said, "side", claim.getSide(), claim.getSideName());
            String modality = claim.getType() + " " + claim.getModality();
            said.put("modality " + modality, "modality: " + modality);
            passed(casualtySteps, claim.getCasualties())
                    .forEach(step -> said.put("casualties " + step, "casualties: " + step + " or more"));
        }
        Story story = match.getStory();
        if (story != null && updates != null) {
            passed(updates.getIndependentTexts(), story.getIndependentTexts())
                    .forEach(step -> said.put("texts " + step, "independent texts: " + step));
        }
        return said;
    }

    /**
     * The keys of what is worth an update.
     *
     * @param seen what was said of the story before
     */
    Set<String> news(Map<String, String> said, Collection<String> seen, @Nullable WatchUpdates updates) {
        Set<String> news = new LinkedHashSet<>(said.keySet());
        news.removeAll(seen);
        news.removeIf(key -> key.startsWith("modality ") && news.contains("claim " + key.split(" ")[1]));
        if (updates != null && !updates.getEnabled()) {
            news.removeIf(key -> !key.startsWith("texts "));
        }
        onlyHighest(news, "casualties ");
        onlyHighest(news, "texts ");
        return news;
    }

    private static void put(Map<String, String> said, String what, @Nullable String id, @Nullable String name) {
        if (id != null) {
            said.put(what + " " + id, what + ": " + (name == null ? id : name));
        }
    }

    private static List<Integer> passed(List<Integer> steps, int number) {
        return steps.stream().filter(step -> step <= number).sorted().toList();
    }

    /** Steps come in ascending order; a toll that passes several of them at once is one piece of news. */
    private static void onlyHighest(Set<String> news, String prefix) {
        List<String> steps = new ArrayList<>(
                news.stream().filter(key -> key.startsWith(prefix)).toList());
        if (!steps.isEmpty()) {
            steps.remove(steps.size() - 1);
        }
        steps.forEach(news::remove);
    }
}
