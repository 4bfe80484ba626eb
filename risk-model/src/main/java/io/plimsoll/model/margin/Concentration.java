package io.plimsoll.model.margin;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import java.util.ArrayList;
import java.util.List;

/// How much of what an account holds is in few things. Everything that has a price counts with the magnitude
/// of its market value, long or short: positions, and balances that are not in the account's own currency.
///
/// @param largestWeight the largest magnitude ÷ their sum, 0 to 1; 0 if nothing is held
/// @param herfindahl the sum of squared weights (HHI), 0 to 1; its reciprocal is the effective number of
///     holdings
record Concentration(Ratio largestWeight, Ratio herfindahl) {

    static Concentration of(AccountRisk risk) {
        List<Ratio> magnitudes = new ArrayList<>();
        risk.positions().forEach(position -> magnitudes.add(position.notional()));
        risk.balances().stream()
                .filter(balance ->
                        !balance.balance().asset().equals(risk.account().currency()))
                .forEach(balance -> magnitudes.add(balance.marketValue().abs()));
        Sum sum = new Sum();
        Sum squares = new Sum();
        Ratio largest = Ratio.ZERO;
        for (Ratio magnitude : magnitudes) {
            sum.add(magnitude);
            squares.add(magnitude.times(magnitude));
            largest = largest.max(magnitude);
        }
        Ratio all = sum.total();
        return all.signum() == 0
                ? new Concentration(Ratio.ZERO, Ratio.ZERO)
                : new Concentration(largest.dividedBy(all), squares.total().dividedBy(all.times(all)));
    }
}
