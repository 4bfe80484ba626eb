package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.exposure.RangedAccount.Entry;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import org.jspecify.annotations.Nullable;

/// A threshold with what its scope is about, looked up once for all directions.
///
/// @param place in the list of thresholds
/// @param entry the position or holding of its scope; null if it is about the account, or nothing is held
/// @param target of an allocation
record Watched(int place, Threshold threshold, @Nullable Entry entry, Range target) {

    static Watched of(int place, Threshold threshold, RangedAccount account) {
        Scope scope = threshold.scope();
        return switch (scope.type()) {
            case ACCOUNT -> new Watched(place, threshold, null, Range.ZERO);
            case POSITION -> new Watched(place, threshold, account.entry(Holding.instrument(scope.id())), Range.ZERO);
            case ALLOCATION -> {
                AllocationRisk allocation = account.risk().allocations().stream()
                        .filter(each -> each.id().equals(scope.id()))
                        .findFirst()
                        .orElseThrow();
                yield new Watched(
                        place,
                        threshold,
                        account.entry(allocation.target().holding()),
                        Range.of(allocation.target().weight()));
            }
        };
    }
}
