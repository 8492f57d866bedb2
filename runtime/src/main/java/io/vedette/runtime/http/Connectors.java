package io.vedette.runtime.http;

import io.vedette.runtime.config.HttpConfig;
import io.vedette.runtime.config.LimitsConfig;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Where connections come in: HTTP/1.1, plain or in TLS, within limits. */
final class Connectors {

    private Connectors() {}

    static ServerConnector of(Server server, HttpConfiguration http, HttpConfig config, @Nullable Tls tls) {
        LimitsConfig limits = config.limits();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(limits.headerBytes());
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = tls == null ? new ServerConnector(server, plain) : secure(server, http, plain, tls);
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(limits.idleTimeout().toMillis());
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        return connector;
    }

    private static ServerConnector secure(Server server, HttpConfiguration http, HttpConnectionFactory plain, Tls tls) {
        // whether the certificate has the name is for the client to judge, which knows what it wanted
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(
                server, new SslConnectionFactory(tls.factory(), HttpVersion.HTTP_1_1.asString()), plain);
    }
}
