package io.vedette.ingest.polling;

import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebAnswer;
import io.vedette.ingest.web.WebException;
import io.vedette.ingest.web.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A web without manners whose hosts all live on one server: {@code http://a.example/b} is its path {@code /a.example/b}. */
final class PlainWeb implements Web {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    PlainWeb(int port) {
        this.port = port;
    }

    @Override
    public WebAnswer fetch(WebRequest request) throws WebException, InterruptedException {
        URI address = request.address();
        URI local = URI.create("http://127.0.0.1:" + port + "/" + address.getHost() + address.getPath());
        HttpRequest.Builder asked = HttpRequest.newBuilder(local);
        if (request.etag() != null) {
            asked.header("If-None-Match", request.etag());
        }
        try {
            HttpResponse<byte[]> answer = client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> document(address, answer, null);
                case 301 -> moved(header(answer, "Location"));
                case 304 -> new WebAnswer.Unchanged(null);
                case 403 -> throw new WebException(WebException.Kind.FORBIDDEN, "403");
                case 404 -> throw new WebException(WebException.Kind.NOT_FOUND, "404");
                default -> throw new WebException(WebException.Kind.SERVER_ERROR, "" + answer.statusCode());
            };
        } catch (IOException e) {
            throw new WebException(WebException.Kind.CONNECTION, e.toString());
        }
    }

    private WebAnswer moved(@Nullable String to) throws WebException, InterruptedException {
        URI address = URI.create(String.valueOf(to));
        if (!(fetch(WebRequest.of(address, WebRequest.FEEDS)) instanceof WebAnswer.Document there)) {
            throw new IllegalStateException("nothing is known of " + to);
        }
        return new WebAnswer.Document(
                there.body(), there.contentType(), address, address, there.etag(), null, null, there.fetchedAt(), null);
    }

    private static WebAnswer.Document document(URI address, HttpResponse<byte[]> answer, @Nullable URI movedTo) {
        return new WebAnswer.Document(
                answer.body(),
                header(answer, "Content-Type"),
                address,
                movedTo,
                header(answer, "ETag"),
                null,
                null,
                Instant.now(),
                null);
    }

    private static @Nullable String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
