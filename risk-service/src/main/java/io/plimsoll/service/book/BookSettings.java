package io.plimsoll.service.book;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How the book is kept.
@ConfigMapping(prefix = "plimsoll.book")
public interface BookSettings {

    /// How often the marks and signals are looked at that other services on the same database have taken.
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    @WithDefault("1s")
    Duration follow();

    /// How many bulk loads may be open. Each holds one connection to the database while it writes.
    @Min(1)
    @Max(100)
    @WithDefault("4")
    int bulks();

    /// How long a bulk load may make no progress, because its client neither sends nor reads.
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    @WithDefault("5m")
    Duration bulkIdleTimeout();

    /// How long the exposure of the whole book may take.
    @DurationMin(seconds = 1)
    @DurationMax(hours = 6)
    @WithDefault("15m")
    Duration exposureDeadline();
}
