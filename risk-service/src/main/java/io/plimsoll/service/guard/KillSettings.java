package io.plimsoll.service.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.hibernate.validator.constraints.Length;

/// The kill switch's own port.
@ConfigMapping(prefix = "plimsoll.kill")
public interface KillSettings {

    /// Whether it is opened.
    @WithDefault("true")
    boolean enabled();

    /// The address that it listens on.
    @WithDefault("127.0.0.1")
    String host();

    /// The port; 0 for any that is free.
    @Min(0)
    @Max(65_535)
    @WithDefault("8089")
    int port();

    /// What a request on this port shows where callers are known by an OpenID Connect provider, which must
    /// not be needed for this. Without it the port stays closed there.
    Optional<@Length(min = 32, max = 512) String> token();
}
