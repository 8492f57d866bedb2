package io.vedette.text.gazetteer;

import io.vedette.text.token.Tokens;
import java.util.HashMap;
import java.util.Map;

/** A number for every token that occurs in some alias, so that a text's tokens are looked up once for all tries. */
final class Vocabulary {

    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    int add(String norm) {
        return numbers.computeIfAbsent(norm, ignored -> numbers.size());
    }

    int[] numbers(Tokens tokens) {
        int[] result = new int[tokens.count()];
        for (int i = 0; i < result.length; i++) {
            result[i] = numbers.getOrDefault(tokens.norm(i), UNKNOWN);
        }
        return result;
    }
}
