package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionMargin.Slice;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// The slices of a position, which liquidations are sized by, add up to what it requires, whatever quantity
/// is left.
class SlicesLawsTest {

    private static final List<BigDecimal> SHARES =
            List.of(new BigDecimal("1"), new BigDecimal("0.999999"), new BigDecimal("0.5"), new BigDecimal("0.03"));

    @Test
    void slicesAddUpToTheRequirementAndTheirRatesNeverFall() {
        LongAdder written = new LongAdder();
        LongAdder several = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            for (PositionRisk position :
                    AccountRisk.of(Laws.any(random).snapshot()).positions()) {
                for (BigDecimal share : SHARES) {
                    BigDecimal quantity = position.position().quantity().multiply(share);
                    List<Slice> slices = position.margin().slices(quantity);
                    inOrder(slices, position.margin().value(quantity).abs());
                    assertThat(sum(slices, position.margin().value(quantity).abs()))
                            .as("%s of %s", quantity, position.margin())
                            .isEqualByComparingTo(position.margin().maintenance(quantity));
                    boolean isWritten = position.instrument().type() == InstrumentType.OPTION && quantity.signum() < 0;
                    written.add(isWritten ? 1 : 0);
                    several.add(isWritten && slices.size() > 1 ? 1 : 0);
                }
            }
        });
        assertThat(written.sum()).isGreaterThan(Laws.CASES / 10);
        assertThat(several.sum()).isGreaterThan(Laws.CASES / 20);
    }

    private static void inOrder(List<Slice> slices, Ratio notional) {
        assertThat(slices.getFirst().from()).isEqualByComparingTo(Ratio.ZERO);
        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).from()).isGreaterThan(slices.get(i - 1).from());
            assertThat(slices.get(i).from()).isLessThan(notional);
            assertThat(slices.get(i).rate())
                    .isGreaterThanOrEqualTo(slices.get(i - 1).rate());
        }
    }

    private static Ratio sum(List<Slice> slices, Ratio notional) {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < slices.size(); i++) {
            Ratio end = i + 1 < slices.size() ? slices.get(i + 1).from() : notional;
            sum = sum.plus(end.minus(slices.get(i).from()).times(slices.get(i).rate()));
        }
        return sum;
    }
}
