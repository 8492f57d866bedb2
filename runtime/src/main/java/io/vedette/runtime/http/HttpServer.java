package io.vedette.runtime.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.security.Roles;
import io.vedette.runtime.Component;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.Service;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.config.HttpConfig;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP server of a process: {@code /health/live}, {@code /health/ready}, {@code /metrics}, {@code /topology},
 * {@code /api/openapi.json}, and what the services answer. Errors are {@code application/problem+json} (RFC 9457). Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpServer.class);
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String DESCRIPTION = "/api/openapi.json";
    private static final int STOP_MILLIS = 2_000;

    private final HttpConfig config;
    private final Javalin javalin;
    private final List<Routes> routes;
    private final @Nullable Tls tls;

    /**
     * @param config where to listen, and limits
     * @param metrics what {@code /metrics} shows
     * @param services whose components make up readiness, and whose routes are answered
     * @param components further components that readiness needs, such as broker and registry
     */
    public HttpServer(HttpConfig config, Metrics metrics, List<Service> services, List<Component> components) {
        this(config, metrics, services, components, Access.of(config));
    }

    /**
     * @param access who may come in, and where it is written down
     * @throws StartupException if others than this machine could reach it and nobody needs a key, or if certificate and key
     *     can't be used
     */
    public HttpServer(
            HttpConfig config, Metrics metrics, List<Service> services, List<Component> components, Access access) {
        this.config = config;
        refuseToBeOpen(config);
        this.tls = config.tls().enabled() ? new Tls(config.tls()) : null;
        ClientAddresses addresses = new ClientAddresses(config.proxies());
        List<Component> all = new ArrayList<>(components);
        services.forEach(service -> all.addAll(service.components()));
        Health health = new Health(all);
        this.routes =
                services.stream().flatMap(service -> service.routes().stream()).toList();
        this.javalin = Javalin.create(javalin -> {
            quiet(javalin);
            limits(javalin);
            javalin.jsonMapper(new JavalinJackson(Json.MAPPER, false));
            Problems.addTo(javalin.routes);
            javalin.routes.before(addresses::note);
            javalin.routes.before(new Browsers(config, access.authentication().required())::arrive);
            new Gate(config, access.authentication(), metrics.registry()).addTo(javalin.routes);
            javalin.requestLogger.http(
                    new Auditing(access.audit(), config.audit(), Clock.systemUTC(), this::address)::answered);
            javalin.routes.get("/health/live", health::live, Anybody.ANYBODY);
            javalin.routes.get("/health/ready", health::ready, Anybody.ANYBODY);
            javalin.routes.get(
                    "/metrics",
                    ctx -> ctx.contentType(PROMETHEUS_TEXT).result(metrics.scrape()),
                    config.auth().openMetrics() ? Anybody.ANYBODY : Scope.READ);
            javalin.routes.get("/topology", ctx -> ctx.result(topologies(services)), Scope.READ);
            routes.forEach(added -> added.explain(javalin.routes));
            answer(endpoints(routes), javalin);
        });
    }

    /**
     * Listens.
     *
     * @return this
     * @throws StartupException if the port is taken or the host isn't this machine's
     */
    public HttpServer start() {
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw cantListen(e);
        }
        LOGGER.atInfo()
                .addKeyValue("host", config.host())
                .addKeyValue("port", port())
                .log("http server listens");
        return this;
    }

    /** Where it listens; the real one if 0 was asked for. */
    public int port() {
        return javalin.port();
    }

    /** Its address for people and links, without a slash at the end. */
    public String url() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return (tls == null ? "http://" : "https://") + host + ":" + port();
    }

    /** How this server is called in the audit log. */
    private String address() {
        return config.host() + ":" + port();
    }

    /** What a caller needs for each of {@link #routes()}: a scope, or {@code open}. */
    public Map<String, String> scopes() {
        Map<String, String> scopes = new TreeMap<>();
        javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .forEach(endpoint -> scopes.put(
                        endpoint.method.name() + " " + endpoint.path, Gate.words(endpoint.metadata(Roles.class))));
        return scopes;
    }

    /** Those of {@link #routes()} that tenants reach, too. */
    public Set<String> tenantRoutes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .filter(endpoint -> {
                    Roles roles = endpoint.metadata(Roles.class);
                    return roles != null && roles.getRoles().contains(Reach.TENANTS);
                })
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that is answered, as in {@code GET /api/watches/{id}}. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        routes.forEach(Routes::stopping);
        try {
            javalin.stop();
        } catch (RuntimeException e) {
            // it has stopped nevertheless; what else has to be closed must not suffer
            LOGGER.atWarn().addKeyValue("reason", e.toString()).log("http server cut off requests that took too long");
        }
        if (tls != null) {
            tls.close();
        }
    }

    /** The first path that fits answers, so {@code /api/alerts/stream} comes before {@code /api/alerts/{id}}. */
    private static List<Endpoint> endpoints(List<Routes> routes) {
        return routes.stream()
                .flatMap(some -> some.endpoints().stream())
                .sorted(Comparator.comparing(endpoint -> endpoint.path().contains("{")))
                .toList();
    }

    private static void answer(List<Endpoint> endpoints, JavalinConfig javalin) {
        ObjectNode description = OpenApi.of(endpoints);
        javalin.routes.get(DESCRIPTION, ctx -> ctx.json(description), Anybody.ANYBODY);
        endpoints.forEach(endpoint -> endpoint.addTo(javalin.routes));
    }

    private static void refuseToBeOpen(HttpConfig config) {
        if (!config.isLoopback() && !config.auth().required() && !config.allowUnauthenticated()) {
            throw new StartupException(
                    ExitCode.USAGE,
                    "http.host " + config.host()
                            + " can be reached from other machines, and nobody needs a key: make one with vedette key"
                            + " and give its hash as http.auth.keys.0.hash (with .name and .scopes: admin), or set"
                            + " http.auth.oidc.issuer, or set http.allowUnauthenticated: true if something else keeps"
                            + " strangers out");
        }
    }

    private static void quiet(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.prefer405over404 = true;
    }

    private void limits(JavalinConfig javalin) {
        javalin.http.maxRequestSize = config.maxRequestBytes();
        javalin.concurrency.useVirtualThreads = false;
        QueuedThreadPool threads = new QueuedThreadPool(config.threads(), Math.min(8, config.threads()));
        threads.setName("http");
        threads.setDaemon(true);
        javalin.jetty.threadPool = threads;
        javalin.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
        javalin.jetty.addConnector((server, http) -> Connectors.of(server, http, config, tls));
        if (!config.corsOrigins().isEmpty()) {
            javalin.bundledPlugins.enableCors(
                    cors -> cors.addRule(rule -> config.corsOrigins().forEach(origin -> rule.allowHost(origin))));
        }
    }

    private static String topologies(List<Service> services) {
        return services.stream()
                .filter(service -> !service.topology().isEmpty())
                .map(service -> service.name() + "\n\n" + service.topology())
                .collect(Collectors.joining("\n"));
    }

    private StartupException cantListen(RuntimeException thrown) {
        String address = config.host() + ":" + config.port();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return new StartupException(
                        ExitCode.UNAVAILABLE,
                        "http.host " + config.host() + " can't be resolved; give an address",
                        thrown);
            } else if (cause instanceof BindException) {
                String message = String.valueOf(cause.getMessage());
                return new StartupException(
                        ExitCode.UNAVAILABLE,
                        message.contains("assign")
                                ? "http.host " + config.host() + " is no address of this machine; give one that is"
                                : "can't listen on " + address + " (" + message
                                        + "); end what listens there, or set http.port to another port (0 takes a free"
                                        + " one)",
                        thrown);
            }
        }
        return new StartupException(ExitCode.UNAVAILABLE, "can't listen on " + address + ": " + thrown, thrown);
    }
}
