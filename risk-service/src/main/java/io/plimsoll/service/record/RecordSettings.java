package io.plimsoll.service.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How decisions are recorded.
@ConfigMapping(prefix = "plimsoll.record")
public interface RecordSettings {

    /// How many decisions may wait to be written. More are refused with 503.
    @Min(1)
    @Max(1_000_000)
    @WithDefault("10000")
    int queue();

    /// How many share one commit at most.
    @Min(1)
    @Max(10_000)
    @WithDefault("500")
    int batch();

    /// How often a checkpoint is signed, if anything was recorded since the last one.
    @DurationMin(millis = 100)
    @DurationMax(days = 1)
    @WithDefault("10s")
    Duration checkpointEvery();

    /// A file that checkpoints are written to as well, on another disk or share, so that whoever can change the
    /// database can't change them. Beside the key in the data folder if not set.
    Optional<Path> checkpoints();

    /// How long a key stands for its request.
    @DurationMin(hours = 24)
    @DurationMax(days = 365)
    @WithDefault("7d")
    Duration idempotencyKept();
}
