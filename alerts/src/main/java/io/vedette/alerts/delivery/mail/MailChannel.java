package io.vedette.alerts.delivery.mail;

import io.vedette.alerts.delivery.channel.Channel;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.runtime.net.AddressGuard;
import io.vedette.runtime.net.RefusedAddressException;
import io.vedette.schemas.Alert;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail by SMTP (RFC 5321), as plain text and HTML.  What is sent again has the same {@code Message-ID}: for one alert
 * it is made of alert and channel, for a digest of all its alerts.
 */
public final class MailChannel implements Channel {

    private final MailSettings settings;
    private final Session session;
    private final InternetAddress from;
    private final InternetAddress[] to;
    private final Clock clock;

    /**
     * @param guard tells which addresses to connect to
     * @param clock what the mails are dated by
     * @throws IllegalArgumentException if an address of sender or receivers is none
     */
    public MailChannel(MailSettings settings, AddressGuard guard, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            from = new InternetAddress(settings.from(), true);
            to = new InternetAddress[settings.to().size()];
            for (int i = 0; i < to.length; i++) {
                to[i] = new InternetAddress(settings.to().get(i), true);
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException("\"" + e.getRef() + "\" is no mail address (" + e.getMessage() + ")", e);
        }
        session = Session.getInstance(properties(settings, guard), authenticator(settings));
    }

    @Override
    public Outcome deliver(List<Parcel> parcels) {
        try {
            Transport.send(message(parcels));
            return Outcome.delivered();
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    @Override
    public void close() {
        // each mail has its own connection, which its time-outs end
    }

    private MimeMessage message(List<Parcel> parcels) throws MessagingException {
        List<Alert> alerts = parcels.stream().map(Parcel::alert).toList();
        MimeMessage message = new Identified(session, MessageId.of(parcels, from.getAddress()));
        message.setFrom(from);
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(MailText.subject(alerts), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no vacation notices, please
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart body = new MimeMultipart("alternative");
        body.addBodyPart(part(MailText.plain(alerts), "plain"));
        body.addBodyPart(part(MailText.html(alerts), "html"));
        message.setContent(body);
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static Properties properties(MailSettings settings, AddressGuard guard) {
        String millis = Long.toString(settings.timeout().toMillis());
        GuardedSockets sockets = new GuardedSockets(guard);
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        boolean starttls = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailSettings.Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        if (settings.tls() == MailSettings.Tls.TLS) {
            // a plain socket that TLS is put on
            properties.put("mail.smtp.ssl.socketFactory", sockets);
        }
        return properties;
    }

    private static @Nullable Authenticator authenticator(MailSettings settings) {
        if (settings.user() == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        };
    }

    private Outcome outcome(MessagingException failure) {
        List<String> said = new ArrayList<>();
        boolean forGood = false;
        for (Exception e = failure; e != null; e = next(e)) {
            forGood |= e instanceof RefusedAddressException || permanent(e);
            if (e.getMessage() != null) {
                said.add(e.getMessage().replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
            }
        }
        String reason = settings.host() + ":" + settings.port() + ": " + String.join("; ", said);
        return forGood ? Outcome.refused(reason) : Outcome.failed(reason);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging
                ? messaging.getNextException()
                : e.getCause() instanceof Exception cause ? cause : null;
    }

    /** A server's 5xx, but for what may have to do with the login or TLS, which somebody may put right within the day. */
    private static boolean permanent(Exception e) {
        int code = 0;
        if (e instanceof SMTPSendFailedException failed) {
            code = failed.getReturnCode();
        } else if (e instanceof SMTPAddressFailedException failed) {
            code = failed.getReturnCode();
        } else if (e instanceof SMTPSenderFailedException failed) {
            code = failed.getReturnCode();
        }
        return code >= 550 && code < 560;
    }

    /** Keeps the id that it is given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
