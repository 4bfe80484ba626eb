package io.plimsoll.service.live.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;

/// Whom webhooks are sent to.
@ConfigMapping(prefix = "plimsoll.webhooks")
public interface TargetSettings {

    /// The targets, by their names.
    @WithParentName
    Map<String, One> targets();

    /// A target.
    interface One {

        /// Where it is.
        String url();

        /// What it knows the sender by. With several, each signs.
        List<String> secret();
    }
}
