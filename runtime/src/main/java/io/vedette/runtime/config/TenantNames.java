package io.vedette.runtime.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How tenants may be called. */
public final class TenantNames {

    /** Not a tenant, but whoever runs Vedette. */
    public static final String HOUSE = "house";

    public static final String REMEDY = "give 1 to 40 small letters, digits and hyphens, a letter or digit first";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private TenantNames() {}

    /** Whether a tenant may be called that. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals(HOUSE);
    }

    static void require(String component, @Nullable String name) {
        if (name != null && !name.equals(HOUSE) && !isName(name)) {
            throw new InvalidValueException(component, "is \"" + name + "\"; " + REMEDY);
        }
    }
}
