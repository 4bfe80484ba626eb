package io.plimsoll.rules.scenario;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Optional;

/// The mark of one position at which a metric that the account's cash does not move stands at a limit.
///
/// Profit and notional are linear in `x`: the mark or, of an inverse contract, its reciprocal.
///
/// @param threshold whose metric should stand at its limit
record MarkPlacement(Threshold threshold) {

    /// By how much to move the mark; empty if no mark does it.
    Optional<Ratio> move(PositionRisk position, AccountRisk risk) {
        return mark(position, risk)
                .filter(mark -> mark.signum() > 0)
                .map(mark -> mark.minus(position.mark().price()));
    }

    private Optional<Ratio> mark(PositionRisk position, AccountRisk risk) {
        BigDecimal units =
                position.position().quantity().multiply(position.instrument().multiplier());
        BigDecimal fees = units.abs().multiply(position.instrument().takerFee());
        BigDecimal held = position.instrument().type().isInverse() ? units.negate() : units;
        return switch (threshold.metric()) {
            case NOTIONAL -> mark(position, missing(risk), units.abs());
            case UNREALISED_PNL -> mark(position, missing(risk), held);
            case NET_PNL -> mark(position, missing(risk), held.subtract(fees));
            case RETURN -> mark(position, missing(risk).times(entryNotional(position)), held.subtract(fees));
            case TRAILING_LOSS -> trailing(position);
            default -> Optional.empty();
        };
    }

    private Ratio missing(AccountRisk risk) {
        return risk.reading(threshold.metric(), threshold.scope())
                .map(now -> Ratio.of(threshold.limit()).minus(now))
                .orElse(Ratio.ZERO);
    }

    private Optional<Ratio> trailing(PositionRisk position) {
        BigDecimal share = position.position().isLong()
                ? BigDecimal.ONE.subtract(threshold.limit())
                : BigDecimal.ONE.add(threshold.limit());
        return Optional.ofNullable(position.position().bestMark()).map(best -> Ratio.of(best.multiply(share)));
    }

    private static Optional<Ratio> mark(PositionRisk position, Ratio missing, BigDecimal perX) {
        if (perX.signum() == 0) {
            return Optional.empty();
        }
        boolean inverse = position.instrument().type().isInverse();
        Ratio price = Ratio.of(position.mark().price());
        Ratio one = Ratio.of(BigDecimal.ONE);
        Ratio x = (inverse ? one.dividedBy(price) : price).plus(missing.dividedBy(perX));
        return x.signum() <= 0 ? Optional.empty() : Optional.of(inverse ? one.dividedBy(x) : x);
    }

    private static Ratio entryNotional(PositionRisk position) {
        return position.instrument()
                .value(position.position().quantity(), position.position().entryPrice())
                .abs();
    }
}
