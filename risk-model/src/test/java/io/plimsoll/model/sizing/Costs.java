package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Snapshots with fees, and breaches of what they are tried on.
final class Costs {

    private static final Provenance RULE = new Provenance("rule", new SourcePlace("actions/a.drl", 3), List.of());

    private Costs() {}

    /// The same snapshot with fees as a table writes them: `FLAT 0.01; TIERED 0.02`, others none.
    static Snapshot written(Snapshot snapshot, String fees) {
        return with(snapshot, instrument -> {
            for (String fee : (fees == null ? "" : fees).split("; ", -1)) {
                String[] of = fee.split(" ", -1);
                if (of[0].equals(instrument.id())) {
                    return new BigDecimal(of[1]);
                }
            }
            return BigDecimal.ZERO;
        });
    }

    /// The same snapshot with the fee of each instrument.
    static Snapshot with(Snapshot snapshot, Function<Instrument, BigDecimal> fee) {
        List<Instrument> instruments = snapshot.instruments().stream()
                .map(instrument -> new Instrument(
                        instrument.id(),
                        instrument.type(),
                        instrument.instrumentClass(),
                        instrument.currency(),
                        instrument.multiplier(),
                        instrument.lotSize(),
                        instrument.schedule(),
                        fee.apply(instrument),
                        null,
                        null,
                        null))
                .toList();
        Account account = snapshot.account();
        return new Snapshot(
                snapshot.asOf(), account, instruments, snapshot.collateral(), snapshot.marks(), snapshot.signals());
    }

    static Breach breach(AccountRisk risk, Scope scope, Metric metric, BigDecimal clear) {
        Threshold threshold = new Threshold(ThresholdKind.LIQUIDATION, scope, metric, Comparison.ABOVE, clear, clear);
        return new Breach(threshold, risk.reading(metric, scope).orElseThrow(), RULE);
    }

    static Scope scope(String id) {
        return id.equals("A-1") ? Scope.account(id) : Scope.position(id);
    }

    static String written(List<Trade> trades) {
        return trades.stream()
                .map(trade -> "%s %s %s"
                        .formatted(
                                trade.side(),
                                trade.holding().id(),
                                trade.quantity().toPlainString()))
                .collect(Collectors.joining("; "));
    }
}
