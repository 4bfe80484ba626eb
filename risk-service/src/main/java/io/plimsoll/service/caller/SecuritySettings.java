package io.plimsoll.service.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How callers are known.
@ConfigMapping(prefix = "plimsoll.security")
public interface SecuritySettings {

    /// The ways there are.
    enum Mode {
        /// They are believed: whoever reaches the port says who they are. For the loopback address only.
        NONE
    }

    /// The way.
    @WithDefault("none")
    Mode mode();
}
