package io.plimsoll.service.rulesets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How much work the rules of one phase may cause for one account before they are stopped.
@ConfigMapping(prefix = "plimsoll.firing")
public interface FiringSettings {

    /// Pairs of facts that joins may compare.
    @Min(10_000)
    @Max(1_000_000_000)
    @WithDefault("1000000")
    int joinSteps();

    /// How long they may take. A clock is read only when thousands of pairs have been compared.
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    @WithDefault("1s")
    Duration deadline();
}
