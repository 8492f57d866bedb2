package io.vedette.text.gazetteer.check;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a cell may hold, by itself. */
final class CellChecks {

    private final Findings findings;

    CellChecks(Findings findings) {
        this.findings = findings;
    }

    void type(Row row, int column, MentionKind kind) {
        String name = row.text(column);
        try {
            if (name.isEmpty()
                    || MentionType.valueOf(name.toUpperCase(Locale.ROOT)).kind() == kind) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below, with the types that there are
        }
        String types = Arrays.stream(MentionType.values())
                .filter(type -> type.kind() == kind)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        findings.error(
                row,
                "there is no type " + name + " of " + kind.name().toLowerCase(Locale.ROOT) + "s",
                "use one of " + types);
    }

    void country(Row row, int column, Known known) {
        String code = row.text(column);
        if (!code.isEmpty() && !known.isCountry(code)) {
            findings.error(
                    row,
                    "countries.tsv has no country " + code,
                    "use its ISO 3166-1 alpha-2 code in capitals, or add the country there");
        }
    }

    void coordinates(Row row, int column) {
        Double latitude = degrees(row, column, "latitude", 90);
        Double longitude = degrees(row, column + 1, "longitude", 180);
        if (latitude != null && longitude != null && latitude == 0 && longitude == 0) {
            findings.error(row, "lies at 0, 0, in the Gulf of Guinea", "give its latitude and longitude");
        }
    }

    private @Nullable Double degrees(Row row, int column, String name, double most) {
        String cell = row.text(column);
        try {
            double degrees = Double.parseDouble(cell);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
            findings.error(
                    row, name + " " + cell + " is beyond " + (int) most, "latitude comes first, both are in degrees");
        } catch (NumberFormatException e) {
            findings.error(row, name + " is no number: " + cell, "write degrees with a point, as in 48.5");
        }
        return null;
    }

    void number(Row row, int column, String name) {
        String cell = row.text(column);
        try {
            if (!cell.isEmpty() && Double.parseDouble(cell) < 0) {
                findings.error(row, name + " is less than 0: " + cell, "leave it empty where it is not known");
            }
        } catch (NumberFormatException e) {
            findings.error(row, name + " is no number: " + cell, "write digits only, or leave it empty");
        }
    }

    @Nullable
    LocalDate date(Row row, int column, String name) {
        String cell = row.text(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(cell);
            if (date.getYear() < 1000 || date.getYear() > 2200) {
                findings.error(row, name + " is of another age: " + cell, "check the year");
            }
            return date;
        } catch (DateTimeParseException e) {
            findings.error(row, name + " is no day: " + cell, "write it as 2024-05-31, or leave it empty");
            return null;
        }
    }
}
