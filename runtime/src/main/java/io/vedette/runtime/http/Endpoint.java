package io.vedette.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.vedette.runtime.access.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that the API answers, together with its description: the one can't be there without the other.  Query
 * parameters that are not described are refused, lest a misspelt one be taken for its absence.  Immutable.
 */
public final class Endpoint {

    private static final String JSON = "application/json";

    private final HandlerType method;
    private final String path;
    private final String summary;
    private final Handler handler;
    private final List<Parameter> parameters;
    private final @Nullable Body body;
    private final List<Answer> answers;
    private final boolean described;
    private final Set<RouteRole> access;
    private final boolean anyParameters;

    /**
     * A parameter.
     *
     * @param in query or header
     */
    record Parameter(String in, String name, String description, Shape shape) {}

    /** What is sent with a request. */
    record Body(List<String> mediaTypes, Shape shape) {}

    /**
     * What may be answered; problems need not be told.
     *
     * @param shape null if there is no body
     */
    record Answer(
            int status,
            String description,
            List<String> mediaTypes,
            @Nullable Shape shape) {}

    private Endpoint(
            HandlerType method,
            String path,
            String summary,
            Handler handler,
            List<Parameter> parameters,
            @Nullable Body body,
            List<Answer> answers,
            boolean described,
            Set<RouteRole> access,
            boolean anyParameters) {
        this.method = method;
        this.path = path;
        this.summary = summary;
        this.handler = handler;
        this.parameters = List.copyOf(parameters);
        this.body = body;
        this.answers = List.copyOf(answers);
        this.described = described;
        this.access = Set.copyOf(access);
        this.anyParameters = anyParameters;
    }

    /** @param summary one line that says what it does */
    public static Endpoint get(String path, String summary, Handler handler) {
        return of(HandlerType.GET, path, summary, handler);
    }

    /** As {@link #get}. */
    public static Endpoint post(String path, String summary, Handler handler) {
        return of(HandlerType.POST, path, summary, handler);
    }

    /** As {@link #get}. */
    public static Endpoint put(String path, String summary, Handler handler) {
        return of(HandlerType.PUT, path, summary, handler);
    }

    /** As {@link #get}. */
    public static Endpoint delete(String path, String summary, Handler handler) {
        return of(HandlerType.DELETE, path, summary, handler);
    }

    /**
     * A page for browsers, which is not described.  Anybody may have it, for it holds no data; the parameters in its address
     * are its own.
     */
    public static Endpoint page(String path, Handler handler) {
        return new Endpoint(
                HandlerType.GET, path, "", handler, List.of(), null, List.of(), false, Set.of(Anybody.ANYBODY), true);
    }

    private static Endpoint of(HandlerType method, String path, String summary, Handler handler) {
        Scope scope = method.equals(HandlerType.GET) ? Scope.READ : Scope.WRITE;
        return new Endpoint(method, path, summary, handler, List.of(), null, List.of(), true, Set.of(scope), false);
    }

    /** This, with a query parameter that may be given. */
    public Endpoint query(String name, String description, Shape shape) {
        return with(new Parameter("query", name, description, shape));
    }

    /** This, with a header that may be given. */
    public Endpoint header(String name, String description) {
        return with(new Parameter("header", name, description, Shape.TEXT));
    }

    /** This, with a JSON body. */
    public Endpoint takes(Shape shape) {
        return takes(List.of(JSON), shape);
    }

    /** This, with a body of one of these kinds. */
    public Endpoint takes(List<String> mediaTypes, Shape shape) {
        Body sent = new Body(mediaTypes, shape);
        return new Endpoint(
                method, path, summary, handler, parameters, sent, answers, described, access, anyParameters);
    }

    /** This, for callers with another scope than its method asks for: READ of GET, WRITE of the others. */
    public Endpoint needs(Scope scope) {
        return new Endpoint(
                method, path, summary, handler, parameters, body, answers, described, Set.of(scope), anyParameters);
    }

    /**
     * This, for callers of tenants as well.  Without it only the house's come through, so the handler of this one has promised to
     * show and change nothing of others: see {@link Callers#tenant}.
     */
    public Endpoint forTenants() {
        Set<RouteRole> more = new HashSet<>(access);
        more.add(Reach.TENANTS);
        return new Endpoint(method, path, summary, handler, parameters, body, answers, described, more, anyParameters);
    }

    /**
     * This, which is not described, since only instances of one service ask it of each other; anybody may, so it must tell
     * nothing that is anybody's business.
     */
    public Endpoint amongInstances() {
        return new Endpoint(
                method,
                path,
                summary,
                handler,
                parameters,
                body,
                answers,
                false,
                Set.of(Anybody.ANYBODY),
                anyParameters);
    }

    /** This, with an answer in JSON. */
    public Endpoint answers(HttpStatus status, String description, Shape shape) {
        return with(new Answer(status.getCode(), description, List.of(JSON), shape));
    }

    /** This, with an answer of another kind. */
    public Endpoint answers(HttpStatus status, String description, List<String> mediaTypes, Shape shape) {
        return with(new Answer(status.getCode(), description, mediaTypes, shape));
    }

    /** This, with an answer without a body. */
    public Endpoint answers(HttpStatus status, String description) {
        return with(new Answer(status.getCode(), description, List.of(), null));
    }

    /** Lets it be answered. */
    void addTo(RoutesConfig routes) {
        routes.addEndpoint(new io.javalin.router.Endpoint(method, path, this::handle, Set.of(new Roles(access))));
    }

    HandlerType method() {
        return method;
    }

    String path() {
        return path;
    }

    String summary() {
        return summary;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    @Nullable
    Body body() {
        return body;
    }

    /** The scope that it needs; null if anybody may. */
    @Nullable
    Scope scope() {
        return access.stream()
                .filter(Scope.class::isInstance)
                .map(Scope.class::cast)
                .findFirst()
                .orElse(null);
    }

    boolean described() {
        return described;
    }

    List<Answer> answers() {
        return answers;
    }

    private void handle(Context ctx) throws Exception {
        if (!anyParameters) {
            refuseUnknownParameters(ctx);
        }
        handler.handle(ctx);
    }

    private void refuseUnknownParameters(Context ctx) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (parameters.stream()
                    .noneMatch(
                            known -> known.in().equals("query") && known.name().equals(name))) {
                throw new Problem(HttpStatus.BAD_REQUEST, name + ": there is no such parameter; " + known())
                        .with("parameter", name);
            }
        }
    }

    private String known() {
        String names = parameters.stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(Parameter::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "there is none" : "there are " + names;
    }

    private Endpoint with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Endpoint(method, path, summary, handler, more, body, answers, described, access, anyParameters);
    }

    private Endpoint with(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new Endpoint(method, path, summary, handler, parameters, body, more, described, access, anyParameters);
    }
}
