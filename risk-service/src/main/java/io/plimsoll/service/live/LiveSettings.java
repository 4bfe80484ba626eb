package io.plimsoll.service.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How the book is watched.
@ConfigMapping(prefix = "plimsoll.live")
public interface LiveSettings {

    /// Whether the book is watched at all.
    @WithDefault("true")
    boolean enabled();

    /// How often changes of accounts and what they refer to are looked for, and another version of the rules.
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    @WithDefault("100ms")
    Duration follow();

    /// How often time goes by: interest accrues, deadlines pass and what is withheld is judged again.
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    @WithDefault("1s")
    Duration tick();
}
