package io.plimsoll.service.ruledesk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How the rule desk works.
@ConfigMapping(prefix = "plimsoll.desk")
public interface DeskSettings {

    /// How long what one person published by breaking the glass stays live without being ratified.
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    @WithDefault("4h")
    Duration breakGlass();

    /// How often it is looked whether something is due, or went live elsewhere.
    @DurationMin(millis = 50)
    @DurationMax(minutes = 1)
    @WithDefault("1s")
    Duration tick();

    /// How many versions are kept compiled, so that going back to them takes no time.
    @Min(1)
    @Max(32)
    @WithDefault("4")
    int warm();

    /// How many accounts an impact is found on: those recorded last.
    @Min(1)
    @Max(100_000)
    @WithDefault("1000")
    int impactAccounts();
}
