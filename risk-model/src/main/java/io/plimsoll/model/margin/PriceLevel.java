package io.plimsoll.model.margin;

import io.plimsoll.model.number.Ratio;
import java.util.Optional;

/// The mark at which something happens, all other marks standing still.
public sealed interface PriceLevel {

    /// It happens at this price.
    ///
    /// @param price exact, above 0, in the settlement currency
    record At(Ratio price) implements PriceLevel {}

    /// It happens at no price above 0: the position can move all the way and it does not come to that.
    record Never() implements PriceLevel {}

    /// It is so at every price: no move of this mark alone can end it.
    record Always() implements PriceLevel {}

    /// The price, if there is one.
    default Optional<Ratio> level() {
        return this instanceof At at ? Optional.of(at.price()) : Optional.empty();
    }
}
