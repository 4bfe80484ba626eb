package io.plimsoll.service.caller.identification;

import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.caller.SecuritySettings;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows who sends a request, in the one way that the settings name; the others are not even tried.
///
/// No browser is ever asked for a password, and there are no cookies, so that a browser holds nothing that
/// another site could make it send.
@Singleton
@Alternative
@Priority(1)
final class Identification implements HttpAuthenticationMechanism {

    private static final int UNAUTHENTICATED = ProblemType.UNAUTHENTICATED.status();

    private final SecuritySettings settings;
    private final Credentials credentials;
    private final OidcAuthenticationMechanism tokens;

    Identification(SecuritySettings settings, Credentials credentials, OidcAuthenticationMechanism tokens) {
        this.settings = settings;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return switch (settings.mode()) {
            case NONE -> Uni.createFrom().item(identity(Caller.ANYBODY, Role.ids()));
            case EMBEDDED -> authenticate(context);
            case OIDC -> tokens.authenticate(context, providers);
        };
    }

    private Uni<SecurityIdentity> authenticate(RoutingContext context) {
        var sent = context.request().headers().getAll("Authorization");
        if (sent.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return Presented.read(sent)
                .flatMap(credentials::find)
                .map(found -> Uni.createFrom().item(identity(found)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static SecurityIdentity identity(Credential credential) {
        return identity(
                credential.person(), credential.roles().stream().map(Role::id).collect(Collectors.toUnmodifiableSet()));
    }

    private static SecurityIdentity identity(String person, Set<String> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person))
                .addRoles(roles)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHENTICATED, "WWW-Authenticate", Problems.CHALLENGE));
    }

    /// Answers by itself, because what the framework sends has no body.
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Problems.send(context.response(), Problems.ofStatus(UNAUTHENTICATED));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return tokens.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return tokens.getCredentialTransport(context);
    }
}
