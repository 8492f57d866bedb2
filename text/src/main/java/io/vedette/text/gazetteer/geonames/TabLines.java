package io.vedette.text.gazetteer.geonames;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The lines of one of GeoNames' files, tab-separated; also out of the zip that GeoNames gives, or a gz. */
final class TabLines implements Closeable {

    private final String file;
    private final BufferedReader lines;
    private String[] cells = {};
    private long number;

    private TabLines(String file, InputStream in) {
        this.file = file;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    static TabLines open(Path path) throws IOException {
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        InputStream in = Files.newInputStream(path);
        try {
            if (name.endsWith(".zip")) {
                return new TabLines(name, data(name, new ZipInputStream(in)));
            }
            return new TabLines(name, name.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** GeoNames' zips hold one file of data, now and then beside a readme. */
    private static InputStream data(String name, ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String file = entry.getName();
            if (file.endsWith(".txt") && !file.startsWith("readme") && !file.startsWith("iso-languagecodes")) {
                return zip;
            }
        }
        throw new IOException(name + " holds no .txt file; take GeoNames' own zip, or unpack it");
    }

    boolean next() throws IOException {
        String line;
        do {
            line = lines.readLine();
            number++;
        } while (line != null && (line.isEmpty() || line.startsWith("#")));
        if (line == null) {
            return false;
        }
        cells = line.split("\t", -1);
        return true;
    }

    void require(int columns) throws IOException {
        if (cells.length < columns) {
            throw problem("has " + cells.length + " tab-separated columns instead of " + columns
                    + "; is this the file of GeoNames that it should be?");
        }
    }

    /** A column's text, empty where the line is shorter. */
    String text(int column) {
        return column < cells.length ? cells[column] : "";
    }

    /** A whole number, 0 where there is none. */
    long number(int column) throws IOException {
        String cell = text(column);
        try {
            return cell.isEmpty() ? 0 : Long.parseLong(cell);
        } catch (NumberFormatException e) {
            throw new IOException(notNumber(column, cell).getMessage(), e);
        }
    }

    double degrees(int column, double most) throws IOException {
        String cell = text(column);
        try {
            double degrees = Double.parseDouble(cell);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            throw new IOException(notNumber(column, cell).getMessage(), e);
        }
        throw problem("column " + (column + 1) + " is beyond " + (int) most + " degrees: " + cell);
    }

    private IOException notNumber(int column, String cell) {
        return problem("column " + (column + 1) + " is no number: " + cell);
    }

    private IOException problem(String what) {
        return new IOException(file + ", line " + number + ": " + what);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
