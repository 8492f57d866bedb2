package io.vedette.alerts.delivery.webhook;

import io.opentelemetry.context.Context;
import io.vedette.alerts.delivery.channel.Channel;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.alerts.delivery.http.Poster;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.runtime.trace.TraceHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts each alert as {@code alerts.json} has it, signed, with the trace of the thread that delivers it. */
public final class WebhookChannel implements Channel {

    private final URI url;
    private final @Nullable Signature signature;
    private final @Nullable String authorization;
    private final Poster poster;
    private final Clock clock;

    /**
     * @param signature null to sign nothing
     * @param authorization the value of an {@code Authorization} header; null for none
     * @param poster becomes this channel's, and is closed with it
     * @param clock what signatures are dated by
     */
    public WebhookChannel(
            URI url, @Nullable Signature signature, @Nullable String authorization, Poster poster, Clock clock) {
        this.url = url;
        this.signature = signature;
        this.authorization = authorization;
        this.poster = poster;
        this.clock = clock;
    }

    @Override
    public Outcome deliver(List<Parcel> parcels) {
        if (parcels.size() != 1) {
            throw new IllegalArgumentException("a webhook takes one alert at a time, not " + parcels.size());
        }
        Parcel parcel = parcels.get(0);
        byte[] body = AlertJson.write(parcel.alert()).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", parcel.idempotencyKey());
        headers.put("Vedette-Attempt", Integer.toString(parcel.attempt()));
        headers.putAll(TraceHeaders.of(Context.current()));
        if (signature != null) {
            headers.put(Signature.HEADER, signature.of(body, clock.instant()));
        }
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return poster.post(url, body, headers);
    }

    @Override
    public void close() {
        poster.close();
    }
}
