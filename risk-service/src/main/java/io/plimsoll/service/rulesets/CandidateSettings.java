package io.plimsoll.service.rulesets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// What an edit may use while it is checked. All but edits of table rows are tried in a process of their own first.
@ConfigMapping(prefix = "plimsoll.candidate")
public interface CandidateSettings {

    /// Whether a process is kept waiting, so that the next edit need not wait for one.
    @WithDefault("true")
    boolean standby();

    /// Heap of the process; half of the service's own but at most 1,024 MiB if not set.
    Optional<@Min(64) @Max(65_536) Integer> heapMebibytes();

    /// Processor time of the process, from the files to the last scenario; by the clock it may take ten times as much.
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    @WithDefault("30s")
    Duration deadline();

    /// How long all scenarios together may take.
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    @WithDefault("30s")
    Duration scenarios();
}
