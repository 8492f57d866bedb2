package io.vedette.runtime.access;

import io.vedette.runtime.config.TenantNames;

/**
 * Whose something is: a tenant's, or the house's, which is whoever runs Vedette.  The ids of a tenant's watches begin with its
 * name and a colon, and all that comes of a watch is found by the id of that watch.  Names are compared letter by letter; they
 * have no capitals and nothing beyond ASCII, so that no two look alike.
 *
 * @param name empty for the house
 */
public record Tenant(String name) {

    /** Whoever runs Vedette: sees and does what its scopes allow, whose ever it is. */
    public static final Tenant HOUSE = new Tenant("");

    private static final char END = ':';

    /**
     * That of a name; {@code house} and no name at all are the house.
     *
     * @throws IllegalArgumentException if it is no name
     */
    public static Tenant of(String name) {
        if (name.isEmpty() || name.equals(TenantNames.HOUSE)) {
            return HOUSE;
        }
        if (!TenantNames.isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a tenant; " + TenantNames.REMEDY);
        }
        return new Tenant(name);
    }

    /** Whose watch has that id; the house's if it begins with no name of a tenant. */
    public static Tenant ofWatch(String id) {
        int end = id.indexOf(END);
        return end > 0 && TenantNames.isName(id.substring(0, end)) ? new Tenant(id.substring(0, end)) : HOUSE;
    }

    public boolean isHouse() {
        return name.isEmpty();
    }

    /** Whether it may see and change that watch, and all that comes of it. */
    public boolean owns(String watchId) {
        return isHouse() || watchId.startsWith(prefix());
    }

    /**
     * The id that somebody of this tenant means.  One without a tenant's name is one of its own; one with another's stays that, and
     * {@link #owns} says so.
     */
    public String watchId(String given) {
        return isHouse() || given.indexOf(END) >= 0 ? given : prefix() + given;
    }

    /** What the ids of all its watches begin with; empty for the house. */
    public String prefix() {
        return isHouse() ? "" : name + END;
    }
}
