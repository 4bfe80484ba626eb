package io.plimsoll.model;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// Reads the exact figures of tables: `1.5` or `1/3`.
public final class Fractions {

    private Fractions() {}

    /// The figure.
    public static Ratio of(String text) {
        String[] terms = text.split("/", -1);
        return Ratio.of(new BigDecimal(terms[0]), terms.length > 1 ? new BigDecimal(terms[1]) : BigDecimal.ONE);
    }
}
