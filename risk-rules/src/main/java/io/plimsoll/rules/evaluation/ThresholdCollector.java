package io.plimsoll.rules.evaluation;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.accrual.LinearRamp;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdSink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes what threshold rules set, and keeps of what competes the more conservative.
final class ThresholdCollector extends RuleWitness implements ThresholdSink {

    /// A threshold and who set it.
    record Setting(Threshold threshold, Provenance setBy) {

        // Each firing adds a setting. What tells settings apart is little; hashing all of it costs more than it saves.
        @Override
        public int hashCode() {
            return 31 * threshold.scope().id().hashCode() + setBy.rule().hashCode();
        }
    }

    private final Instant asOf;
    private final Set<Setting> settings = new LinkedHashSet<>();

    ThresholdCollector(Instant asOf, RuleBook rules) {
        super(rules);
        this.asOf = asOf;
    }

    @Override
    public void set(
            ThresholdKind kind, Account of, Metric metric, Comparison comparison, BigDecimal limit, BigDecimal clear) {
        if (metric.needsOwnEquity() && !of.isCross()) {
            throw noOwnEquity(metric, "the %s account %s".formatted(of.marginMode(), of.id()));
        }
        add(new Threshold(kind, Scope.account(of.id()), metric, comparison, limit, clear));
    }

    @Override
    public void set(
            ThresholdKind kind, Position of, Metric metric, Comparison comparison, BigDecimal limit, BigDecimal clear) {
        if (metric.needsOwnEquity() && !of.isIsolated()) {
            throw noOwnEquity(metric, "the cross-margined position in " + of.instrument());
        }
        add(new Threshold(kind, Scope.position(of.instrument()), metric, comparison, limit, clear));
    }

    @Override
    public void set(
            ThresholdKind kind,
            AllocationTarget of,
            Metric metric,
            Comparison comparison,
            BigDecimal limit,
            BigDecimal clear) {
        add(new Threshold(kind, Scope.allocation(of.holding().id()), metric, comparison, limit, clear));
    }

    @Override
    public void ramp(
            ThresholdKind kind,
            Account of,
            Metric metric,
            Comparison comparison,
            BigDecimal from,
            BigDecimal to,
            BigDecimal clear,
            Instant start,
            Instant end) {
        set(kind, of, metric, comparison, limit(comparison, new LinearRamp(from, to, start, end)), clear);
    }

    @Override
    public void ramp(
            ThresholdKind kind,
            Position of,
            Metric metric,
            Comparison comparison,
            BigDecimal from,
            BigDecimal to,
            BigDecimal clear,
            Instant start,
            Instant end) {
        set(kind, of, metric, comparison, limit(comparison, new LinearRamp(from, to, start, end)), clear);
    }

    @Override
    public void ramp(
            ThresholdKind kind,
            AllocationTarget of,
            Metric metric,
            Comparison comparison,
            BigDecimal from,
            BigDecimal to,
            BigDecimal clear,
            Instant start,
            Instant end) {
        set(kind, of, metric, comparison, limit(comparison, new LinearRamp(from, to, start, end)), clear);
    }

    /// What was set, grouped by what competes; in each group the holding one first. In canonical order,
    /// whatever the order of firing.
    List<List<Setting>> groups() {
        List<Setting> sorted = settings.stream().sorted(CanonicalOrder.SETTINGS).toList();
        List<List<Setting>> groups = new ArrayList<>();
        for (Setting setting : sorted) {
            boolean competes =
                    !groups.isEmpty() && groups.getLast().getFirst().threshold().competesWith(setting.threshold());
            if (!competes) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(setting);
        }
        return groups;
    }

    private BigDecimal limit(Comparison comparison, LinearRamp ramp) {
        RoundingMode strict = comparison.highIsDangerous() ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return ramp.at(asOf).rounded(Decimals.MAX_SCALE, strict);
    }

    private void add(Threshold threshold) {
        settings.add(new Setting(threshold, firing()));
    }

    private static IllegalArgumentException noOwnEquity(Metric metric, String what) {
        return new IllegalArgumentException(
                "%s is not defined for %s, which has no equity of its own. Maybe match the margin mode."
                        .formatted(metric, what));
    }

    /// The rows of a provenance, for ordering.
    static String rowIds(Provenance provenance) {
        StringBuilder ids = new StringBuilder();
        for (ThresholdRow row : provenance.rows()) {
            ids.append(row.getId()).append('\n');
        }
        return ids.toString();
    }
}
