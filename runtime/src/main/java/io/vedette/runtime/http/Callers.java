package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.vedette.runtime.access.Caller;
import io.vedette.runtime.access.Tenant;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Who sends the request that is answered. */
public final class Callers {

    /** The header in which callers say who they are; believed only beside what their key or token says. */
    public static final String WHO = "X-Vedette-User";

    private static final String EXTENDED = "UTF-8''";
    private static final int LONGEST_NAME = 200;
    private static final String CALLER = "vedette.caller";
    private static final String ADDRESS = "vedette.address";
    private static final String BEFORE = "vedette.version.before";

    private Callers() {}

    /** The caller, once the request was admitted; nobody before. */
    public static Caller of(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }

    /** Whose the caller is: what the answer shows and changes has to be owned by it. */
    public static Tenant tenant(Context ctx) {
        return of(ctx).tenant();
    }

    /**
     * Who is to be written down: the name of the key or token, and after a slash what the request says of itself; that
     * alone where nobody needs a key; null if nothing is known.
     */
    public static @Nullable String who(Context ctx) {
        String said = ctx.header(WHO);
        String self = said == null ? "" : decoded(said.strip());
        Caller caller = of(ctx);
        String known = caller.name();
        String who = known.isEmpty() ? self : self.isEmpty() || self.equals(known) ? known : known + "/" + self;
        return caller.equals(Caller.NOBODY) || who.isEmpty()
                ? null
                : who.substring(0, Math.min(LONGEST_NAME, who.length()));
    }

    /** Names beyond ASCII come as an extended value (RFC 8187), as in {@code UTF-8''%C3%89mile}; what is none stays as it is. */
    private static String decoded(String said) {
        if (!said.regionMatches(true, 0, EXTENDED, 0, EXTENDED.length())) {
            return said;
        }
        try {
            return URLDecoder.decode(said.substring(EXTENDED.length()).replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            return said;
        }
    }

    /** Tells the audit log which version is changed. */
    public static void changes(Context ctx, String entityTag) {
        ctx.attribute(BEFORE, entityTag);
    }

    /** From which address the request came, as far as anybody knows who is trusted. */
    static String address(Context ctx) {
        String noted = ctx.attribute(ADDRESS);
        return noted == null ? ctx.ip() : noted;
    }

    static void cameFrom(Context ctx, String address) {
        ctx.attribute(ADDRESS, address);
    }

    static void set(Context ctx, Caller caller) {
        ctx.attribute(CALLER, caller);
    }

    static @Nullable String versionBefore(Context ctx) {
        return ctx.attribute(BEFORE);
    }
}
