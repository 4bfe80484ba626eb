package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import org.jspecify.annotations.Nullable;

/// A threshold that is not crossed, and how near it is.
///
/// @param kind what crossing it would mean
/// @param scope what is watched
/// @param metric what is read
/// @param distance to the limit: negative
/// @param relativeDistance distance ÷ magnitude of the limit; null if the limit is 0
public record NearestDocument(
        ThresholdKind kind,
        ScopeDocument scope,
        Metric metric,
        RatioDocument distance,
        @JsonInclude @Nullable RatioDocument relativeDistance) {}
