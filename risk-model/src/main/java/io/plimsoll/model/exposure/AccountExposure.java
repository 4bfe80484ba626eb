package io.plimsoll.model.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// At which shocks the thresholds of an account trip.
///
/// Source: shocking all assets with betas and reading the health of the account is the usual measure of
/// exposure to liquidation; of a loan whose debt stands still and that one asset covers, the shock is `1/HF −
/// 1`.
///
/// Of an account that depends on 200 marks or more only the joint direction is searched, and free collateral,
/// whose initial margin jumps with every tier, is left out.
///
/// @param exposures those crossed already (once each, in the joint direction), and of the others, for each
///     direction, the smallest shocks downwards and upwards at which they trip, if they do; in the order of the
///     thresholds, then of the directions, with downwards first
public record AccountExposure(List<ThresholdExposure> exposures) {

    /// The nearest first: the smallest magnitude. Sorting is stable, so that equal ones stay in their order.
    private static final Comparator<ThresholdExposure> NEAREST =
            Comparator.comparing(exposure -> exposure.shock().abs());

    /// Keeps the list as it is given.
    public AccountExposure {
        exposures = List.copyOf(exposures);
    }

    /// Every threshold in every direction.
    ///
    /// @param risk the metrics of the same snapshot
    /// @param thresholds of the account, in canonical order; a metric that is not defined for the account now
    ///     is left out
    public static AccountExposure of(Snapshot snapshot, AccountRisk risk, List<Threshold> thresholds) {
        return new AccountExposure(new Exposures(snapshot, risk, thresholds).all());
    }

    /// What [#nearest()] of every threshold in every direction is, without searching for the others.
    ///
    /// @param risk the metrics of the same snapshot
    /// @param thresholds of the account, in canonical order
    public static Optional<ThresholdExposure> nearest(Snapshot snapshot, AccountRisk risk, List<Threshold> thresholds) {
        return new Exposures(snapshot, risk, thresholds).nearest();
    }

    /// The smallest shock at which a threshold trips that is not crossed yet; of equal ones the first. Empty
    /// if no shock trips any.
    public Optional<ThresholdExposure> nearest() {
        return exposures.stream().filter(exposure -> !exposure.isCrossed()).min(NEAREST);
    }
}
