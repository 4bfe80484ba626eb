package io.plimsoll.service.caller;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/// Who sent the request that a resource is answering.
@RequestScoped
class RequestCaller implements Caller {

    private final Caller caller;

    RequestCaller(Callers callers, RoutingContext context) {
        this.caller = callers.of(context);
    }

    @Override
    public Optional<String> person() {
        return caller.person();
    }

    @Override
    public Set<Role> roles() {
        return caller.roles();
    }

    @Override
    public String from() {
        return caller.from();
    }
}
