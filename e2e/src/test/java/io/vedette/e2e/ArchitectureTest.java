package io.vedette.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows point down only: app, then the services, then what they are made of. */
@AnalyzeClasses(packages = "io.vedette", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule textKnowsNothingOfOursNorOfKafkaAvroAndHttp = noClasses()
            .that()
            .resideInAPackage("io.vedette.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.schemas..",
                    "io.vedette.records..",
                    "io.vedette.seeds..",
                    "io.vedette.runtime..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "io.confluent..",
                    "io.javalin..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule schemasKnowNothingAboveThem = noClasses()
            .that()
            .resideInAPackage("io.vedette.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.runtime..",
                    "io.vedette.text..",
                    "io.vedette.ingest..",
                    "io.vedette.enrich..",
                    "io.vedette.alerts..",
                    "io.vedette.app..");

    @ArchTest
    static final ArchRule runtimeKnowsNoServiceAndNoText = noClasses()
            .that()
            .resideInAPackage("io.vedette.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.text..",
                    "io.vedette.seeds..",
                    "io.vedette.ingest..",
                    "io.vedette.enrich..",
                    "io.vedette.alerts..",
                    "io.vedette.app..");

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = slices().matching("io.vedette.(ingest|enrich|alerts|console)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule servicesDoNotKnowTheCommand = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.vedette.ingest..", "io.vedette.enrich..", "io.vedette.alerts..", "io.vedette.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vedette.app..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.vedette.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noClockWithinTextOrTopologies = noClasses()
            .that()
            .resideInAPackage("io.vedette.text..")
            .or()
            .haveSimpleNameEndingWith("Topology")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "getenv", String.class);
}
