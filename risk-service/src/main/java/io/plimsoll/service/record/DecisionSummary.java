package io.plimsoll.service.record;

import java.time.Instant;
import java.util.List;

/// A recorded decision in a list.
///
/// @param sequence of its entry in the record
/// @param id of the decision
/// @param account whom it is about
/// @param time the snapshot's own
/// @param recordedAt when it was kept
/// @param ruleSet content digest of the version that decided
/// @param actions the types of its actions, sorted
/// @param rules the rules behind them, sorted
record DecisionSummary(
        long sequence,
        String id,
        String account,
        Instant time,
        Instant recordedAt,
        String ruleSet,
        List<String> actions,
        List<String> rules) {}
