package io.plimsoll.rules.document.decision;

import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Ratios as written.
public final class Ratios {

    private Ratios() {}

    /// The quotient as written.
    public static RatioDocument of(Ratio ratio) {
        return new RatioDocument(ratio.shown().orElse(null), exact(ratio));
    }

    static @Nullable RatioDocument ofNullable(@Nullable Ratio ratio) {
        return ratio == null ? null : of(ratio);
    }

    /// Numerator and denominator, not reduced: `4210/5000`.
    static String exact(Ratio ratio) {
        return plain(ratio.numerator()) + "/" + plain(ratio.denominator());
    }

    /// A number in plain digits.
    public static String plain(BigDecimal value) {
        return Decimals.canonical(value).toPlainString();
    }
}
