package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.html.HtmlExtractor;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads a message (RFC 5322, MIME): newsletters and press releases that came by mail. */
final class Mail {

    /** Attached messages within messages, and the like. */
    private static final int DEEPEST = 20;

    private Mail() {}

    /**
     * The message as an article: its subject, date, sender, and its plain text, or else the text of its HTML.
     *
     * @throws IOException if it is no message
     */
    static ArticleInput read(InputStream in) throws IOException {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            String plain = text(message, "text/plain", 0);
            String html = plain == null ? text(message, "text/html", 0) : null;
            InternetAddress from = sender(message);
            Date sent = message.getSentDate();
            return new ArticleInput(
                    html == null ? plain : textOf(html),
                    message.getMessageID(),
                    message.getSubject(),
                    null,
                    from == null ? null : domain(from),
                    sent == null ? null : sent.toInstant().toString(),
                    from == null ? null : from.getPersonal(),
                    header(message, "Content-Language"),
                    null,
                    null);
        } catch (MessagingException e) {
            throw new IOException("this is no message that can be read: " + e.getMessage(), e);
        }
    }

    private static String textOf(String html) {
        return new HtmlExtractor()
                .extract(html.getBytes(StandardCharsets.UTF_8), "UTF-8", "")
                .text();
    }

    private static @Nullable String text(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = text(inner, type, depth + 1);
                if (text != null && !text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }

    private static @Nullable InternetAddress sender(MimeMessage message) throws MessagingException {
        return message.getFrom() != null
                        && message.getFrom().length > 0
                        && message.getFrom()[0] instanceof InternetAddress address
                ? address
                : null;
    }

    private static @Nullable String domain(InternetAddress address) {
        String text = address.getAddress();
        int at = text == null ? -1 : text.lastIndexOf('@');
        return text == null || at < 0 ? null : text.substring(at + 1);
    }

    private static @Nullable String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }
}
