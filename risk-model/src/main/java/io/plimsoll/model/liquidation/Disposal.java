package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// How a venue sells off a position that it took over: a fraction at a time, and never too much of the order
/// book.
///
/// Source: Vega protocol, `0012-POSR` position resolution.
///
/// @param fraction of the position to sell at a time
/// @param fullSize at or below this, all of it at once
/// @param mostOfBook the largest share of the side of the book to take
/// @param lot the smallest size traded
public record Disposal(BigDecimal fraction, BigDecimal fullSize, BigDecimal mostOfBook, BigDecimal lot) {

    /// The most trades of a ladder.
    public static final int MOST_TRADES = 10_000;

    /// @throws io.plimsoll.model.fact.InvalidFactException if a figure is out of its range
    public Disposal {
        fraction = Amounts.share("fraction", fraction);
        fullSize = Amounts.notNegative("fullSize", fullSize);
        mostOfBook = Amounts.share("mostOfBook", mostOfBook);
        lot = Amounts.positive("lot", lot);
    }

    /// What to sell next: `ceil(fraction·size)`, or all of a small rest; at most the share of the book's
    /// side. Zero if the book is too thin for a lot.
    ///
    /// @param size unsigned
    /// @param book volume on the side that is sold into
    public BigDecimal next(BigDecimal size, BigDecimal book) {
        BigDecimal wanted = size.compareTo(fullSize) <= 0
                ? size
                : Rounding.up(lot).decimal(size.multiply(fraction)).min(size);
        return wanted.min(Rounding.down(lot).decimal(Ratio.of(book.multiply(mostOfBook))));
    }

    /// The sizes until nothing is left, or nothing can be sold, the book being the same each time. At most
    /// [#MOST_TRADES].
    public List<BigDecimal> ladder(BigDecimal size, BigDecimal book) {
        List<BigDecimal> trades = new ArrayList<>();
        BigDecimal left = Amounts.notNegative("size", size);
        BigDecimal next = next(left, book);
        while (next.signum() > 0 && trades.size() < MOST_TRADES) {
            trades.add(next);
            left = left.subtract(next);
            next = next(left, book);
        }
        return List.copyOf(trades);
    }
}
