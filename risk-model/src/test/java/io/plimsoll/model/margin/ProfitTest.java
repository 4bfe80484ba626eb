package io.plimsoll.model.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ProfitTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/margin/profits.csv", delimiter = '|', numLinesToSkip = 1)
    void netOfFeesAndFunding(
            String name,
            InstrumentType type,
            BigDecimal quantity,
            BigDecimal entry,
            BigDecimal mark,
            BigDecimal fee,
            BigDecimal funding,
            String net,
            String onEntry,
            String breakEven) {
        PositionRisk position = position(type, quantity, entry, mark, fee, funding);

        assertThat(Profit.net(position)).isEqualByComparingTo(ratio(net));
        assertThat(Profit.onEntry(position)).isEqualByComparingTo(ratio(onEntry));
        PriceLevel level = Profit.breakEven(position);
        switch (level) {
            case PriceLevel.Never _ -> assertThat("NEVER").isEqualTo(breakEven);
            case PriceLevel.Always _ -> assertThat("ALWAYS").isEqualTo(breakEven);
            case PriceLevel.At at -> assertThat(at.price()).isEqualByComparingTo(ratio(breakEven));
        }
    }

    /// @param funding what the index has moved since it was settled, per unit
    private static PositionRisk position(
            InstrumentType type,
            BigDecimal quantity,
            BigDecimal entry,
            BigDecimal mark,
            BigDecimal fee,
            BigDecimal funding) {
        FundingIndex index = funding.signum() == 0 ? null : new FundingIndex(funding, BigDecimal.ZERO, Snapshots.NOW);
        Instrument instrument = new Instrument(
                "I",
                type,
                "major",
                Snapshots.CURRENCY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Snapshots.FLAT,
                fee,
                null,
                index,
                null);
        Position position = new Position("I", quantity, entry, null, null, BigDecimal.ZERO, null);
        Account account = new Account(
                "A-1", "retail", MarginMode.CROSS, Snapshots.CURRENCY, List.of(), List.of(position), List.of());
        Snapshot snapshot = new Snapshot(
                Snapshots.NOW,
                account,
                List.of(instrument),
                List.of(),
                List.of(Snapshots.mark("I", mark.toPlainString())),
                List.of());
        return AccountRisk.of(snapshot).position("I");
    }

    private static Ratio ratio(String text) {
        String[] terms = text.split("/", -1);
        return Ratio.of(new BigDecimal(terms[0]), terms.length > 1 ? new BigDecimal(terms[1]) : BigDecimal.ONE);
    }
}
