package io.plimsoll.monitor.line;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// A linear function of an account's marks, exact: `constant + Σ slope × mark`.
final class Linear {

    private static final Ratio[] NONE = {};

    static final Linear ZERO = of(Ratio.ZERO);

    private final Ratio constant;

    // Of each mark of the account, or none at all.
    private final Ratio[] slopes;

    private Linear(Ratio constant, Ratio[] slopes) {
        this.constant = constant;
        this.slopes = slopes;
    }

    static Linear of(Ratio constant) {
        return new Linear(constant, NONE);
    }

    static Linear of(BigDecimal constant) {
        return of(Ratio.of(constant));
    }

    /// `slope × mark`.
    ///
    /// @param mark its place among the marks of the account
    /// @param marks how many there are
    static Linear of(int mark, int marks, Ratio slope) {
        Ratio[] slopes = new Ratio[marks];
        Arrays.fill(slopes, Ratio.ZERO);
        slopes[mark] = slope;
        return new Linear(Ratio.ZERO, slopes);
    }

    Linear plus(Linear other) {
        Ratio sum = sum(constant, other.constant);
        if (slopes.length == 0 || other.slopes.length == 0) {
            return new Linear(sum, slopes.length == 0 ? other.slopes : slopes);
        }
        Ratio[] sums = new Ratio[slopes.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sum(slopes[i], other.slopes[i]);
        }
        return new Linear(sum, sums);
    }

    private static Ratio sum(Ratio one, Ratio other) {
        if (one.signum() == 0) {
            return other;
        }
        return other.signum() == 0 ? one : one.plus(other);
    }

    Linear minus(Linear other) {
        return plus(other.negate());
    }

    Linear times(BigDecimal factor) {
        return each(number -> number.times(factor));
    }

    Linear times(Ratio factor) {
        return each(number -> number.times(factor));
    }

    Linear negate() {
        return each(Ratio::negate);
    }

    private Linear each(UnaryOperator<Ratio> change) {
        Ratio[] changed = new Ratio[slopes.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = slopes[i].signum() == 0 ? slopes[i] : change.apply(slopes[i]);
        }
        return new Linear(change.apply(constant), changed);
    }

    Ratio constant() {
        return constant;
    }

    /// What a mark counts.
    ///
    /// @param mark its place among the marks of the account
    Ratio slope(int mark) {
        return slopes.length == 0 ? Ratio.ZERO : slopes[mark];
    }

    /// About its value.
    double at(double[] marks) {
        double sum = Doubles.near(constant);
        for (int i = 0; i < slopes.length; i++) {
            sum += Doubles.near(slopes[i]) * marks[i];
        }
        return sum;
    }

    /// Whether no mark moves it.
    boolean isConstant() {
        for (Ratio slope : slopes) {
            if (slope.signum() != 0) {
                return false;
            }
        }
        return true;
    }
}
