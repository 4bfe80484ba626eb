package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A threshold that applies to the account, and how near it is.
///
/// @param kind what crossing it means
/// @param scope what is watched
/// @param metric what is read
/// @param comparison which side is crossed
/// @param limit the line
/// @param clear the level at which a breach is over
/// @param observed the metric; null if it is not defined at these marks
/// @param distance how far past the limit: negative on the safe side
/// @param crossed whether it is crossed
/// @param setBy the rule that set it
/// @param overruled what other rules set, less conservatively
public record ThresholdDocument(
        ThresholdKind kind,
        ScopeDocument scope,
        Metric metric,
        Comparison comparison,
        BigDecimal limit,
        BigDecimal clear,
        @JsonInclude @Nullable RatioDocument observed,
        @JsonInclude @Nullable RatioDocument distance,
        boolean crossed,
        ProvenanceDocument setBy,
        List<OverruledDocument> overruled) {}
