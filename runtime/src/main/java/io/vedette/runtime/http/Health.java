package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.access.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the process lives, and whether all its components can work. */
final class Health {
    private final List<Component> components;

    Health(List<Component> components) {
        this.components = List.copyOf(components);
    }

    void live(Context ctx) {
        ctx.json(Map.of("status", "UP"));
    }

    /**
     * 200 if every component can work, otherwise 503; the body names each with its reason, to those of the house who may read: reasons
     * name hosts and topics.
     */
    void ready(Context ctx) {
        boolean ok = true;
        Map<String, Map<String, String>> checked = new LinkedHashMap<>();
        for (Component component : components) {
            CheckResult result = check(component);
            ok &= result.ok();
            checked.put(component.name(), describe(result));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status(ok));
        if (Callers.of(ctx).may(Scope.READ) && Callers.tenant(ctx).isHouse()) {
            body.put("components", checked);
        }
        ctx.status(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).json(body);
    }

    /** A component that throws against its promise is not ready, and hides no other. */
    private static CheckResult check(Component component) {
        try {
            return component.check();
        } catch (RuntimeException e) {
            return CheckResult.fail(e);
        }
    }

    private static Map<String, String> describe(CheckResult result) {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("status", status(result.ok()));
        String reason = result.reason();
        if (reason != null) {
            described.put("reason", reason);
        }
        return described;
    }

    private static String status(boolean ok) {
        return ok ? "UP" : "DOWN";
    }
}
