package io.plimsoll.service.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// How callers are known.
@ConfigMapping(prefix = "plimsoll.security")
public interface SecuritySettings {

    /// The ways there are. One of them alone holds; what another would let in is refused.
    enum Mode {
        /// They are believed: whoever reaches the port says who they are, and may do everything. On a
        /// loopback address only.
        NONE,
        /// By credentials that this service has made, in a file of its own.
        EMBEDDED,
        /// By the tokens of an OpenID Connect provider (`quarkus.oidc.*`).
        OIDC
    }

    /// The way.
    @WithDefault("embedded")
    Mode mode();

    /// The file of the credentials; `credentials.csv` in the data folder if left out.
    Optional<Path> credentials();

    /// The claim of a token that names the person, and never changes: whoever can change it can approve what
    /// they wrote.
    @WithDefault("sub")
    String personClaim();
}
