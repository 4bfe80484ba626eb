package io.plimsoll.service.ruledesk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
    @DurationMax(hours = 1)
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

    /// How many impact runs are kept in memory, those that are being found among them.
    @Min(1)
    @Max(1_000)
    @WithDefault("16")
    int impactRuns();

    /// The stress set: shocks of all marks of an account together, -0.3 for a fall by 30 %.
    @Size(min = 1, max = 20)
    @WithDefault("-0.3,-0.2,-0.1,0.1,0.2,0.3")
    List<@DecimalMin(value = "-1", inclusive = false) @DecimalMax("10") BigDecimal> impactShocks();
}
