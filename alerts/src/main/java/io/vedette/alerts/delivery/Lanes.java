package io.vedette.alerts.delivery;

import io.vedette.alerts.delivery.channel.Channel;
import io.vedette.alerts.delivery.http.Poster;
import io.vedette.alerts.delivery.mail.MailChannel;
import io.vedette.alerts.delivery.mail.MailSettings;
import io.vedette.alerts.delivery.mail.MailSettings.Tls;
import io.vedette.alerts.delivery.slack.SlackChannel;
import io.vedette.alerts.delivery.webhook.Signature;
import io.vedette.alerts.delivery.webhook.WebhookChannel;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.ChannelConfig;
import io.vedette.runtime.config.ChannelType;
import io.vedette.runtime.config.DeliveryConfig;
import io.vedette.runtime.net.AddressGuard;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes channels of their configuration. */
final class Lanes {

    private final Clock clock;

    Lanes(Clock clock) {
        this.clock = clock;
    }

    /**
     * All channels that are not topics.
     *
     * @throws StartupException if a setting is wrong or missing
     */
    List<Lane> of(DeliveryConfig config) {
        return config.channels().stream()
                .filter(channel -> channel.type() != ChannelType.TOPIC)
                .map(this::lane)
                .toList();
    }

    private Lane lane(ChannelConfig config) {
        ChannelSettings settings = new ChannelSettings(config);
        Channel channel =
                switch (config.type()) {
                    case WEBHOOK -> webhook(config, settings);
                    case SLACK -> slack(config, settings);
                    case MAIL -> mail(config, settings);
                    case TOPIC -> throw new IllegalArgumentException("topics are written, not delivered to");
                };
        return new Lane(
                config.name(), new Discreet(channel, settings.secrets()), config.concurrency(), config.digest());
    }

    private Channel webhook(ChannelConfig config, ChannelSettings settings) {
        URI url = settings.secretUrl("url");
        String secret = settings.secret("secret");
        String authorization = settings.secret("authorization");
        settings.refuseOthers();
        return new WebhookChannel(url, signature(secret), authorization, poster(config), clock);
    }

    private Channel slack(ChannelConfig config, ChannelSettings settings) {
        URI url = settings.secretUrl("url");
        settings.refuseOthers();
        return new SlackChannel(url, poster(config));
    }

    private Channel mail(ChannelConfig config, ChannelSettings settings) {
        String tls = settings.oneOf("tls", "starttls", "tls", "none");
        String user = settings.optional("user");
        String password = settings.secret("password");
        if (user != null) {
            settings.required("password");
        }
        MailSettings mail = new MailSettings(
                settings.required("host"),
                settings.port("port", tls.equals("tls") ? 465 : 587),
                Tls.valueOf(tls.toUpperCase(Locale.ROOT)),
                user,
                password,
                settings.required("from"),
                settings.list("to"),
                config.timeout());
        settings.refuseOthers();
        try {
            return new MailChannel(mail, guard(config), clock);
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    ExitCode.USAGE, "delivery.channels: channel " + config.name() + ": " + e.getMessage(), e);
        }
    }

    private Poster poster(ChannelConfig config) {
        return new Poster(guard(config), config.timeout(), config.concurrency(), clock);
    }

    private static AddressGuard guard(ChannelConfig config) {
        try {
            return new AddressGuard(InetAddress::getAllByName, config.allow(), "the channel's allow");
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    ExitCode.USAGE, "delivery.channels: channel " + config.name() + ": allow: " + e.getMessage(), e);
        }
    }

    /** Several secrets stand beside each other, so that one can follow another. */
    private static @Nullable Signature signature(@Nullable String secrets) {
        return secrets == null ? null : new Signature(List.of(secrets.split("\\s+")));
    }
}
