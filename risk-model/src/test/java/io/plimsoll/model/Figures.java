package io.plimsoll.model;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Optional;

/// Figures of tables: `a`, `a/b`, `unbounded`, or `none` where one may be missing.
public final class Figures {

    private Figures() {}

    public static Ratio ratio(String text) {
        String[] terms = text.split("/", -1);
        return text.equals("unbounded")
                ? Ratio.UNBOUNDED
                : Ratio.of(
                        new BigDecimal(terms[0].strip()),
                        terms.length > 1 ? new BigDecimal(terms[1].strip()) : BigDecimal.ONE);
    }

    public static Optional<Ratio> optional(String text) {
        return text.equals("none") ? Optional.empty() : Optional.of(ratio(text));
    }
}
