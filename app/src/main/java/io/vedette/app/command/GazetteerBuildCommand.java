package io.vedette.app.command;

import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.text.gazetteer.geonames.GeoNamesFiles;
import io.vedette.text.gazetteer.geonames.GeoNamesImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette gazetteer build}. */
@Command(
        name = "build",
        description = {
            "Makes the image of places from GeoNames' own files.",
            "Files may be as they are downloaded from https://download.geonames.org/export/dump/: .zip, .txt, or .txt.gz."
                    + "  Put the image as places.img into the folder that tagging.gazetteer names; docs/gazetteer.md says more."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: written",
            "64: wrong arguments",
            "66: a file can't be read",
            "69: a file is not as it should be"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette gazetteer build cities500.zip --admin1 admin1CodesASCII.txt -o my/gazetteer/places.img",
            "  vedette gazetteer build allCountries.zip --alternate-names alternateNamesV2.zip \\",
            "      --admin1 admin1CodesASCII.txt --admin2 admin2Codes.txt -o my/gazetteer/places.img",
            "  vedette gazetteer build UA.zip PL.zip --min-population 0 --features H.LK,T.ISL -o places.img"
        })
final class GazetteerBuildCommand implements Callable<Integer> {

    private static final String EVERYTHING = "allCountries";
    private static final int ENOUGH_PEOPLE = 500;

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "PLACES",
            description = "allCountries.txt, citiesNNN.txt, or the files of single countries.")
    private final List<Path> places = new ArrayList<>();

    @Option(
            names = "--alternate-names",
            paramLabel = "FILE",
            description = "alternateNamesV2.txt: tells names of the past and codes from names (default: the names that"
                    + " the places' own lines have).")
    private @Nullable Path alternateNames;

    @Option(names = "--admin1", paramLabel = "FILE", description = "admin1CodesASCII.txt: the first-level divisions.")
    private @Nullable Path admin1;

    @Option(names = "--admin2", paramLabel = "FILE", description = "admin2Codes.txt: the second-level divisions.")
    private @Nullable Path admin2;

    @Option(
            names = "--min-population",
            paramLabel = "N",
            description = "How many people a place needs; capitals and seats of divisions need none (default: "
                    + ENOUGH_PEOPLE + " for allCountries, 0 for other files).")
    private @Nullable Long minPopulation;

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "CODES",
            description = "Features besides populated places that are kept, such as H.LK,T.ISL; see"
                    + " https://www.geonames.org/export/codes.html.")
    private final Set<String> features = new HashSet<>();

    @Option(
            names = "--about",
            paramLabel = "TEXT",
            description = "Goes into the image: where the data is from, and of which day.")
    private @Nullable String about;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the image goes; replaced whole or not at all.")
    private Path output = Path.of("places.img");

    GazetteerBuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        GeoNamesFiles files = new GeoNamesFiles(places, alternateNames, admin1, admin2, minPopulation(), features);
        Path whole = output.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        int rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            rows = GeoNamesImage.write(files, about == null ? names() : about, terminal::note, out);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        terminal.result(output + ": " + rows + " places, " + Files.size(whole) + " bytes");
        return ExitCode.OK.code();
    }

    private long minPopulation() {
        boolean everything = places.stream().anyMatch(file -> file.toString().contains(EVERYTHING));
        return minPopulation != null ? minPopulation : everything ? ENOUGH_PEOPLE : 0;
    }

    private String names() {
        return places.stream()
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", ", "GeoNames: ", ""));
    }
}
