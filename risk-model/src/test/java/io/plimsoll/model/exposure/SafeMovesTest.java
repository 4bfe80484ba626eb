package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One contract bought at 100 with its mark there and 20 beside it: equity is 20 + (mark − 100).
final class SafeMovesTest {

    /// The largest of the shares that are tried which keeps the mark off the level.
    @ParameterizedTest
    @CsvSource({
        // limit, clear, open, share
        "-20, 0, false, 0.3",
        "9, 12, false, 0.1",
        "10, 12, false, 0.03",
        "16, 18, false, 0.03",
        "19.5, 19.8, false, 0.003",
        "19.995, 19.999, false, 0",
        "25, 31, true, 0.1",
        "22, 25, true, 0.03",
    })
    void nothingHappensWithinTheShare(BigDecimal limit, BigDecimal clear, boolean isOpen, BigDecimal share) {
        Snapshot snapshot = Snapshots.cross("20", "FLAT 1 @ 100 -> 100");
        Threshold threshold = new Threshold(
                ThresholdKind.EQUITY,
                Scope.account(snapshot.account().id()),
                Metric.EQUITY,
                Comparison.AT_OR_BELOW,
                limit,
                clear);
        List<Threshold> crossed = isOpen ? List.of(threshold) : List.of();
        List<Threshold> others = isOpen ? List.of() : List.of(threshold);
        assertThat(SafeMoves.share(snapshot, AccountRisk.of(snapshot), others, crossed))
                .isEqualByComparingTo(share);
    }
}
