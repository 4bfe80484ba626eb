package io.plimsoll.monitor.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import java.util.function.Function;

/// An amount of one account over the shocks of a grid. Where the account is straight it is read between two
/// places that have been evaluated, which is exact.
final class Course {

    private final AccountShocks account;
    private final Function<AccountRisk, Ratio> amount;
    private int from;
    private int to = -1;
    private Ratio first = Ratio.ZERO;
    private Ratio last = Ratio.ZERO;

    /// @param amount which is straight where the account is, or is only asked for where the account has been
    ///     evaluated
    Course(AccountShocks account, Function<AccountRisk, Ratio> amount) {
        this.account = account;
        this.amount = amount;
    }

    /// The amount at a place.
    Ratio at(int place) {
        find(place);
        if (place == from) {
            return first;
        }
        return place == to ? last : account.between(from, first, to, last, place);
    }

    /// The amount at a place if it is above 0, else 0.
    Ratio positiveAt(int place) {
        find(place);
        // Between two amounts that are not above 0 there is none.
        return first.signum() <= 0 && last.signum() <= 0
                ? Ratio.ZERO
                : at(place).max(Ratio.ZERO);
    }

    private void find(int place) {
        if (from <= place && place <= to) {
            return;
        }
        from = account.straightFrom(place);
        to = account.isEvaluated(place) ? from : account.straightTo(place);
        first = amount.apply(account.at(from));
        last = to == from ? first : amount.apply(account.at(to));
    }
}
