package io.vedette.text.article;

import java.util.regex.Pattern;

/** What servers write into an address to know a reader again who takes no cookies. */
final class SessionIds {

    /** The servlet specification's path parameter, and ASP.NET's segment of 24 letters and digits, escaped or not. */
    private static final Pattern IN_PATH =
            Pattern.compile("(?i);(?:jsessionid|phpsessid|sid)=[^/;?]*|/\\((?:[SAF]\\([a-z0-9]{24}\\)){1,3}\\)(?=/)");

    /** Short names mean other things, too: {@code sid} may be the number of a story, but not of 26 letters. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?:jsessionid|phpsessid|aspsessionid[a-z]*|session_?id"
                    + "|sess_?id|cfid|cftoken|oscsid|zenid)=.*|(?:sid|s|session)=[0-9a-f]{26,64}");

    private SessionIds() {}

    /** A path without them. */
    static String without(String path) {
        return path.indexOf(';') < 0 && path.indexOf('(') < 0
                ? path
                : IN_PATH.matcher(path).replaceAll("");
    }

    static boolean isOne(String parameter) {
        return PARAMETER.matcher(parameter).matches();
    }
}
