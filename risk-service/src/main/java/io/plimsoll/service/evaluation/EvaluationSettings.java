package io.plimsoll.service.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How much the service takes on at once. What is more is refused at once with 503, and asked to come back.
@ConfigMapping(prefix = "plimsoll.evaluation")
public interface EvaluationSettings {

    /// How many evaluations run at the same time; as many as there are processors if not set.
    Optional<@Min(1) @Max(1_024) Integer> concurrency();

    /// How many more requests may wait for their turn.
    @Min(0)
    @Max(100_000)
    @WithDefault("256")
    int queue();

    /// How many batches may be open. Each holds one place of concurrency and queue for as long as it is open.
    @Min(1)
    @Max(10_000)
    @WithDefault("16")
    int batches();

    /// How many MiB of bodies may be held while they arrive. A body of unknown length counts as the largest allowed.
    @Min(4)
    @Max(65_536)
    @WithDefault("64")
    int bodyMebibytes();

    /// How long a body may take to arrive.
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    @WithDefault("10s")
    Duration bodyTimeout();

    /// How long a batch may make no progress, because its client neither sends nor reads.
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    @WithDefault("5m")
    Duration batchIdleTimeout();
}
