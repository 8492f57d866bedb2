package io.vedette.runtime.http;

import io.javalin.security.RouteRole;

/** Who reaches a route beside the house, if the scope is theirs. */
enum Reach implements RouteRole {
    TENANTS
}
