package io.vedette.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads articles from JSON.  Stateless and thread-safe. */
public final class ArticleJson {

    /** A text of 10 MB is cut, not refused; beyond 64 MB it is no article. */
    private static final int MOST_CHARS = 64 * 1024 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MOST_CHARS).build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private static final ObjectReader READER =
            Json.MAPPER.readerFor(ArticleInput.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Takes the articles of a document, in their order. */
    @FunctionalInterface
    public interface Sink {
        void accept(ArticleInput article) throws InterruptedException;
    }

    private ArticleJson() {}

    /** One line of JSON Lines, however it is held. */
    private interface Line {
        JsonParser parser() throws IOException;

        /** The column in characters of a column as the parser counts it. */
        long characters(long column);
    }

    private record TextLine(String text) implements Line {
        @Override
        public JsonParser parser() throws IOException {
            return FACTORY.createParser(text);
        }

        @Override
        public long characters(long column) {
            return column;
        }
    }

    private record ByteLine(byte[] bytes, int offset, int length) implements Line {
        @Override
        public JsonParser parser() throws IOException {
            return FACTORY.createParser(bytes, offset, length);
        }

        @Override
        public long characters(long column) {
            int before = (int) Math.max(0, Math.min(column - 1, length));
            return column == 0 ? 0 : new String(bytes, offset, before, UTF_8).length() + 1L;
        }
    }

    /**
     * The article on one line of JSON Lines.
     *
     * @param line one JSON object
     * @param number the line's number, for errors
     * @throws MalformedInputException with that number and the column
     */
    public static ArticleInput line(String line, long number) throws MalformedInputException {
        return line(new TextLine(line), number);
    }

    /**
     * The same of a line in UTF-8 that lies in a buffer, of which nothing is kept.
     *
     * @throws MalformedInputException with the number and the column in characters
     */
    public static ArticleInput line(byte[] buffer, int offset, int length, long number) throws MalformedInputException {
        return line(new ByteLine(buffer, offset, length), number);
    }

    private static ArticleInput line(Line line, long number) throws MalformedInputException {
        try (JsonParser parser = line.parser()) {
            ArticleInput article = object(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw malformed("one article a line: something follows the object", parser.currentTokenLocation());
            }
            return article;
        } catch (MalformedInputException e) {
            throw new MalformedInputException(String.valueOf(e.getMessage()), number, line.characters(e.column()));
        } catch (JsonProcessingException e) {
            throw new MalformedInputException(reason(e), number, line.characters(column(e.getLocation())));
        } catch (IOException e) {
            throw new MalformedInputException(String.valueOf(e.getMessage()), number, 0);
        }
    }

    /**
     * The articles of a JSON object or array, one at a time: those in front of a mistake are given before it is thrown.
     *
     * @throws MalformedInputException if it is no such JSON, with line and column
     * @throws IOException if reading fails
     */
    public static void document(Reader json, Sink articles)
            throws MalformedInputException, IOException, InterruptedException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    articles.accept(object(parser, t));
                }
            } else {
                articles.accept(object(parser, first));
            }
            if (parser.nextToken() != null) {
                throw malformed("something follows the JSON", parser.currentTokenLocation());
            }
        } catch (JsonProcessingException e) {
            throw malformed(reason(e), e.getLocation());
        }
    }

    private static ArticleInput object(JsonParser parser, @Nullable JsonToken token)
            throws IOException, MalformedInputException {
        if (token != JsonToken.START_OBJECT) {
            String found = token == null ? "nothing" : parser.getText();
            throw malformed("an article is a JSON object, not " + shortened(found), parser.currentTokenLocation());
        }
        return READER.readValue(parser);
    }

    private static MalformedInputException malformed(String reason, @Nullable JsonLocation at) {
        return new MalformedInputException(reason, at == null ? 0 : at.getLineNr(), column(at));
    }

    private static long column(@Nullable JsonLocation at) {
        return at == null ? 0 : Math.max(0, at.getColumnNr());
    }

    /** Jackson's own words without the place, which is told apart; for a field of the wrong type its name. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mapping && !mapping.getPath().isEmpty()) {
            return "field " + mapping.getPath().get(0).getFieldName() + " is not text";
        }
        return "malformed JSON: " + shortened(String.valueOf(e.getOriginalMessage()));
    }

    private static String shortened(String s) {
        String line = s.replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
