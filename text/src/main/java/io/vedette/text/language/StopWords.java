package io.vedette.text.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commonest words of each language that is told apart, in the folded form of tokens. */
final class StopWords {

    static final List<String> LANGUAGES = List.of("en", "uk", "ru", "ar", "fr", "de", "es");

    private static final List<String> WORDS = List.of(
            "the of and to in that is was for on with as by at from it he said are his be have has were this which not "
                    + "but they who an had will their been would after its more new about or its there when what out",
            "і та що не на в у з до як за від про це але його який яка які для було був була також після під час ще "
                    + "через або вже є й із зі щодо україни їх він вона вони ми якщо навіть були буде",
            "и в не на что с по как из за его от это но к для был была были также после при или уже все который "
                    + "которые она они мы так у о об до россии со если еще только сообщил будет",
            "في من على الي ان عن التي الذي هذا هذه مع بعد قال كان ما لا قد او بين كما خلال وقد كانت ذلك حيث بان لم "
                    + "قبل وفي وقال منذ اليوم ثم",
            "le la les de des du et en un une que qui dans pour sur est par au avec a ce ne pas plus son ses il elle "
                    + "sont ont aux mais l' d' qu' se cette ete comme leur apres",
            "der die das und in den von zu mit ist im auf fur des dem nicht ein eine sich auch als es an werden aus er "
                    + "hat dass nach bei um am wird sind wie einer noch sie zum war haben",
            "el la los las de del que y en un una por con para se no al es su lo como mas o pero sus le ha fue este "
                    + "entre cuando esta sobre han dijo desde son tambien anos");

    private StopWords() {}

    /** For each word a bit for each language that has it. */
    static Map<String, Integer> byWord() {
        Map<String, Integer> bits = new HashMap<>();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            for (String word : WORDS.get(language).split(" ")) {
                bits.merge(word, 1 << language, (a, b) -> a | b);
            }
        }
        return Map.copyOf(bits);
    }
}
