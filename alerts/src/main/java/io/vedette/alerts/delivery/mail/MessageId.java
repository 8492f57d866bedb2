package io.vedette.alerts.delivery.mail;

import io.vedette.alerts.delivery.channel.Parcel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The {@code Message-ID} of a mail (RFC 5322, 3.6.4): the same for the same alerts and channel. */
final class MessageId {

    private MessageId() {}

    static String of(List<Parcel> parcels, String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1);
        String local;
        if (parcels.size() == 1) {
            Parcel parcel = parcels.get(0);
            // both are letters, digits, hyphens and underscores
            local = parcel.alert().getId() + "." + parcel.channel();
        } else {
            local = "digest." + hash(parcels);
        }
        return "<" + local + "@" + domain + ">";
    }

    private static String hash(List<Parcel> parcels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parcels.forEach(parcel -> digest.update((parcel.idempotencyKey() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
