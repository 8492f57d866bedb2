package io.vedette.text.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.token.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

    private static final String RULES = """
            # languages	stem	endings	bases
            uk|ru	2	а|у|ом	-
            uk	2	ова|ові	ів
            uk	2	ій|ої	а|ий
            uk	2	і	ь
            uk	3	-	и
            de	3	s	-
            ar	2	يه	ي
            """;

    @ParameterizedTest
    @CsvSource({
        "uk, Харкова, Харків",
        "uk, Донецькій області, Донецька область",
        "uk, Сум, Суми",
        "ru, Бахмутом, Бахмут",
        "de, Charkiws, Charkiw",
        "ar, بالقاهرة, القاهرة",
        "ar, للسودان, السودان",
        "ar, ولسوريا, سوريا",
        "ar, والقوات الروسية, القوات الروسي"
    })
    void anInflectedNameIsFoundAsItsBaseForm(String language, String words, String name) throws IOException {
        assertThat(found(language, words, name)).containsExactly("place:x");
    }

    @Test
    void aNameThatStandsThereItselfComesFirst() throws IOException {
        Gazetteer gazetteer = builder("")
                .name("place:long", "Суми")
                .name("place:short", "Сум")
                .build();

        assertThat(ids(gazetteer.lookup(Tokens.of("Сум"), "uk"), 1)).containsExactly("place:short", "place:long");
    }

    @Test
    void rulesOfOtherLanguagesDontCount() throws IOException {
        assertThat(found("fr", "Charkiws", "Charkiw")).isEmpty();
        assertThat(found("en", "Charkiws", "Charkiw")).isEmpty();
    }

    @Test
    void nothingIsTakenBackToAFunctionWord() throws IOException {
        Gazetteer gazetteer = builder("الي").name("place:x", "الى").build();

        assertThat(ids(gazetteer.lookup(Tokens.of("بالى"), "ar"), 1)).isEmpty();
    }

    @Test
    void cyrillicIsTakenBackWhateverTheLanguageIsSaidToBe() throws IOException {
        assertThat(found("und", "Харкова", "Харків")).containsExactly("place:x");
    }

    @Test
    void aWordOfOrnamentAloneIsNoName() throws IOException {
        assertThat(found("ar", "\u0640", "القاهرة")).isEmpty();
    }

    @Test
    void aWrongLineIsNamed() {
        assertThatThrownBy(() -> inflection("uk\tmany\tа\t-\n", Set.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("endings.tsv, line 1");
    }

    private static List<String> found(String language, String words, String name) throws IOException {
        Tokens tokens = Tokens.of(words);
        return ids(builder("").name("place:x", name).build().lookup(tokens, language), tokens.count());
    }

    private static List<String> ids(Lookup lookup, int tokens) {
        int end = lookup.longest(MentionKind.PLACE, 0, tokens);
        return lookup.aliases(MentionKind.PLACE, 0, Math.max(0, end)).stream()
                .map(alias -> alias.entity().id())
                .toList();
    }

    private static Named builder(String functionWord) throws IOException {
        GazetteerBuilder builder = new GazetteerBuilder();
        builder.inflection(inflection(RULES, functionWord.isEmpty() ? Set.of() : Set.of(functionWord)));
        return new Named(builder);
    }

    private static Inflection inflection(String rules, Set<String> functionWords) throws IOException {
        return Inflection.read(
                "endings.tsv", new ByteArrayInputStream(rules.getBytes(StandardCharsets.UTF_8)), functionWords);
    }

    private record Named(GazetteerBuilder builder) {

        Named name(String id, String name) {
            builder.add(
                    new Entity(id, MentionType.REGION, name, null, null, 0, List.of(), false, null, null), List.of());
            return this;
        }

        Gazetteer build() {
            return builder.build();
        }
    }
}
