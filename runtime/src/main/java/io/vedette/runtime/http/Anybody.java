package io.vedette.runtime.http;

import io.javalin.security.RouteRole;

/** That a route needs no scope. */
enum Anybody implements RouteRole {
    ANYBODY
}
