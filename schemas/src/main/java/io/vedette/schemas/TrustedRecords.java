package io.vedette.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro load Vedette's own records: since 1.12.2 it instantiates no class that a schema names unless it is trusted.
 * What the process trusted before stays trusted.
 */
public final class TrustedRecords {

    private static final ClassSecurityValidator.ClassSecurityPredicate OURS =
            type -> type.getPackageName().equals(TrustedRecords.class.getPackageName());

    private static boolean trusted;

    private TrustedRecords() {}

    /** Trusts the generated records of this package, for the whole process; more than once does nothing more. */
    public static synchronized void trust() {
        if (!trusted) {
            ClassSecurityValidator.setGlobal(
                    ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), OURS));
            trusted = true;
        }
    }
}
