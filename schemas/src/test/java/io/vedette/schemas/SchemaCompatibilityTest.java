package io.vedette.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released once must stay readable in both directions; {@code released/} keeps those schemas. */
class SchemaCompatibilityTest {

    /** Every record, what it is made of before it: Avro resolves names in order. */
    static final List<Class<?>> RECORDS = List.of(
            Article.class,
            Mention.class,
            Claim.class,
            ClaimKey.class,
            Fingerprint.class,
            Contradiction.class,
            Story.class,
            Correction.class,
            EnrichedArticle.class,
            QuietHours.class,
            Throttle.class,
            Digest.class,
            WatchUpdates.class,
            WatchExample.class,
            Watch.class,
            MatchedClause.class,
            ContributingArticle.class,
            DigestEntry.class,
            Alert.class,
            ClaimFact.class,
            Match.class,
            AlertState.class,
            WatchPace.class,
            Feedback.class,
            Delivery.class,
            DeliveryState.class,
            ArticleHistory.class,
            KnownArticle.class,
            IngestProgress.class);

    static Stream<Class<?>> records() {
        return RECORDS.stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isFullyCompatibleWithTheRelease(Path release) throws IOException {
        Schema.Parser parser = new Schema.Parser();
        for (Class<?> record : RECORDS) {
            Path file = release.resolve(record.getSimpleName() + ".avsc");
            if (Files.exists(file)) {
                Schema released = parser.parse(file.toFile());
                assertCompatible(schema(record), released, "today's " + record.getSimpleName() + " reads " + release);
                assertCompatible(released, schema(record), release + " reads today's " + record.getSimpleName());
            }
        }
    }

    static List<Path> releases() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("released"))) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static void assertCompatible(Schema reader, Schema writer, String what) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType())
                .as(what)
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("records")
    void isDocumentedAndHasDefaults(Class<?> record) {
        Schema schema = schema(record);

        assertThat(schema.getDoc()).isNotBlank();
        for (Schema.Field field : schema.getFields()) {
            assertThat(field.doc()).as("doc of " + field.name()).isNotBlank();
            boolean required = record == Article.class && field.name().equals("text");
            assertThat(field.hasDefaultValue()).as("default of " + field.name()).isEqualTo(!required);
        }
    }

    private static Schema schema(Class<?> record) {
        return SchemaRegistration.withoutJavaProperties(SpecificData.get().getSchema(record));
    }
}
