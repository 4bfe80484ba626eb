package io.plimsoll.service.rulesets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/// Where the live rule set comes from.
@ConfigMapping(prefix = "plimsoll.rules")
public interface RuleSetSettings {

    /// Where edits are made.
    enum Source {
        /// In the folder, which is followed.
        FOLDER,
        /// At the rule desk; the folder is read once, when the desk is used first.
        DESK
    }

    /// Where edits are made.
    @WithDefault("folder")
    Source source();

    /// The folder of the rule set, from the folder in which the service was started.
    @NotBlank
    @WithDefault("rules/standard")
    String folder();
}
