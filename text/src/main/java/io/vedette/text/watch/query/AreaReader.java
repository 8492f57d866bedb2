package io.vedette.text.watch.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads circles and boxes on the globe. */
final class AreaReader {

    private static final double KILOMETRES_PER_MILE = 1.609344;

    private static final String NEXT = "\\s*+,\\s*+(" + Values.NUMBER + ")\\s*+";
    private static final Pattern INSIDE = Pattern.compile("[^()]*\\)?");
    private static final Pattern RADIUS =
            Pattern.compile("\\s*+(" + Values.NUMBER + ")\\s*+([a-zA-Z]*+)" + NEXT + NEXT + "\\)");
    private static final Pattern BOX = Pattern.compile("\\s*+(" + Values.NUMBER + ")\\s*+" + NEXT.repeat(3) + "\\)");

    private static final String A_RADIUS = "write RADIUS(50km, 46.85, 35.37): how far, latitude, longitude";
    private static final String A_BOX = "write BBOX(46.0, 34.5, 47.5, 37.0): south, west, north, east";

    private final Reading reading;

    AreaReader(Reading reading) {
        this.reading = reading;
    }

    Expression radius(Lexeme call) {
        reading.countClause();
        Matcher matcher = matched(call, RADIUS, "no radius", A_RADIUS);
        double length = Double.parseDouble(matcher.group(1));
        double kilometres =
                switch (matcher.group(2)) {
                    case "km" -> length;
                    case "mi" -> length * KILOMETRES_PER_MILE;
                    default ->
                        throw reading.error(
                                matcher.start(2),
                                "there is no unit " + matcher.group(2),
                                "write km or mi right behind the number: 50km");
                };
        double most = reading.limits().radius();
        if (!(kilometres > 0 && kilometres <= most)) {
            throw reading.error(
                    matcher.start(1),
                    "a radius of " + matcher.group(1) + matcher.group(2) + " is out of range",
                    "write more than 0 and at most " + Values.written(most) + "km");
        }
        return new Expression.InRadius(
                reading.taken(call.start()), kilometres, latitude(matcher, 3), longitude(matcher, 4));
    }

    Expression box(Lexeme call) {
        reading.countClause();
        Matcher matcher = matched(call, BOX, "no box", A_BOX);
        double south = latitude(matcher, 1);
        double north = latitude(matcher, 3);
        if (south > north) {
            throw reading.error(matcher.start(1), "the south of this box is north of its north", A_BOX);
        }
        double west = longitude(matcher, 2);
        double east = longitude(matcher, 4);
        return new Expression.InBox(reading.taken(call.start()), south, west, north, east);
    }

    private Matcher matched(Lexeme call, Pattern pattern, String problem, String hint) {
        int start = reading.lexer().position();
        Matcher matcher = reading.lexer().take(pattern);
        if (matcher == null) {
            reading.lexer().take(INSIDE);
            throw reading.error(start, problem + ": " + shortened(reading.since(call.start())), hint);
        }
        return matcher;
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private double latitude(Matcher matcher, int group) {
        return degrees(matcher, group, 90, "latitude");
    }

    private double longitude(Matcher matcher, int group) {
        return degrees(matcher, group, 180, "longitude");
    }

    private double degrees(Matcher matcher, int group, int most, String sort) {
        double degrees = Double.parseDouble(matcher.group(group));
        if (Math.abs(degrees) > most) {
            throw reading.error(
                    matcher.start(group),
                    "a " + sort + " of " + matcher.group(group) + " is out of range",
                    "it is from -" + most + " to " + most + "; the latitude stands first");
        }
        return degrees;
    }
}
