package io.plimsoll.model.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How far the marks of an account may move, each by itself and all at once, with nothing happening. Proven
/// by ranges, for whatever an account holds; nothing is searched for, so that what is found is safe and need
/// not be all that is.
public final class SafeMoves {

    private static final List<BigDecimal> SHARES = Stream.of(
                    "0.3", "0.1", "0.03", "0.01", "0.003", "0.001", "0.0003", "0.0001")
            .map(BigDecimal::new)
            .toList();

    private final RangedShocks shocks;
    private final List<Watched> uncrossed;
    private final List<Watched> uncleared;

    private SafeMoves(Snapshot snapshot, AccountRisk risk, List<Threshold> uncrossed, List<Threshold> uncleared) {
        List<Threshold> all = new ArrayList<>(uncrossed);
        all.addAll(uncleared);
        RangedAccount account = new RangedAccount(snapshot, risk, all);
        TreeMap<String, BigDecimal> betas = new TreeMap<>();
        snapshot.marks().forEach(mark -> betas.put(mark.id(), BigDecimal.ONE));
        this.shocks = new RangedShocks(account, new ShockDirection(null, betas));
        this.uncrossed = watched(uncrossed, account);
        this.uncleared = watched(uncleared, account);
    }

    private static List<Watched> watched(List<Threshold> thresholds, RangedAccount account) {
        return thresholds.stream()
                .map(threshold -> Watched.of(0, threshold, account))
                .toList();
    }

    /// The largest share that is proven of those that are tried: while every mark is within this share of what
    /// it is now, no threshold of the first is crossed, and no breach of the second is cleared.
    ///
    /// @param risk of the same snapshot
    /// @param uncrossed thresholds, of scopes that the account has
    /// @param uncleared thresholds with an open breach
    /// @return 0 if nothing is proven
    public static BigDecimal share(
            Snapshot snapshot, AccountRisk risk, Collection<Threshold> uncrossed, Collection<Threshold> uncleared) {
        SafeMoves moves = new SafeMoves(snapshot, risk, List.copyOf(uncrossed), List.copyOf(uncleared));
        return SHARES.stream().filter(moves::areSafe).findFirst().orElse(BigDecimal.ZERO);
    }

    private boolean areSafe(BigDecimal share) {
        Range magnitude = Range.of(share);
        Range moves = new Range(-magnitude.high(), magnitude.high());
        return uncrossed.stream().allMatch(watched -> isUncrossed(watched, moves))
                && uncleared.stream().allMatch(watched -> isUncleared(watched, moves));
    }

    private boolean isUncrossed(Watched watched, Range moves) {
        Threshold threshold = watched.threshold();
        return isSafer(threshold, metric(watched, moves), Range.of(threshold.limit()));
    }

    private boolean isUncleared(Watched watched, Range moves) {
        Threshold threshold = watched.threshold();
        return isSafer(threshold, Range.of(threshold.clear()), metric(watched, moves));
    }

    private Range metric(Watched watched, Range moves) {
        return new RangeReader(shocks, watched).read(moves);
    }

    private static boolean isSafer(Threshold threshold, Range one, Range other) {
        return threshold.comparison().highIsDangerous() ? other.isAbove(one) : one.isAbove(other);
    }
}
