package io.plimsoll.model.lending;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;

/// The checks of values that are fractions.
final class Values {

    private Values() {}

    static Ratio notNegative(String field, Ratio value) {
        if (value.isUnbounded() || value.signum() < 0) {
            throw new InvalidFactException(
                    field,
                    "must be a number of 0 or above, but is %s. Maybe the sign is wrong.".formatted(value.briefText()));
        }
        return value;
    }

    static Ratio atMost(String field, Ratio value, Ratio most, String whose) {
        if (notNegative(field, value).compareTo(most) > 0) {
            throw new InvalidFactException(
                    field,
                    "must not be above %s (%s), but is %s. Maybe they are of different accounts."
                            .formatted(whose, most.briefText(), value.briefText()));
        }
        return value;
    }
}
