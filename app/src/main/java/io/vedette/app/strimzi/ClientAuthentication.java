package io.vedette.app.strimzi;

/** How a user of Kafka says who it is, in Strimzi's words; its user operator makes the credentials. */
public enum ClientAuthentication {
    /** By a password, which the operator puts into a secret. */
    SCRAM_SHA_512("scram-sha-512"),
    /** By a certificate that the operator signs. */
    TLS("tls"),
    /** By a certificate that others sign, for {@code CN=} and the user's name. */
    TLS_EXTERNAL("tls-external"),
    /** By what the operator does not see to, such as a token. */
    NONE("none");

    private final String type;

    ClientAuthentication(String type) {
        this.type = type;
    }

    /** Its name in resources and on the command line. */
    @Override
    public String toString() {
        return type;
    }
}
