package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Shocks by hand, from a file.
final class ExposureTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/exposure/exposures.csv", delimiter = '|', numLinesToSkip = 1)
    void tripsThere(ArgumentsAccessor row) {
        Snapshot plain = Snapshots.of(MarginMode.valueOf(row.getString(1)), text(row, 2), text(row, 3), text(row, 4));
        List<Signal> betas = new ArrayList<>();
        for (String beta : text(row, 5).isEmpty() ? new String[0] : text(row, 5).split("; ", -1)) {
            String[] words = beta.split(" ", 2);
            betas.add(new Signal("beta", words[0], new BigDecimal(words[1]), Snapshots.NOW));
        }
        Snapshot snapshot = new Snapshot(
                plain.asOf(), plain.account(), plain.instruments(), plain.collateral(), plain.marks(), betas);
        String[] scope = text(row, 6).split(" ", 2);
        BigDecimal limit = new BigDecimal(text(row, 9));
        Comparison comparison = Comparison.valueOf(text(row, 8));
        BigDecimal clear =
                comparison.highIsDangerous() ? limit.subtract(PlainShocks.STEP) : limit.add(PlainShocks.STEP);
        Threshold threshold = new Threshold(
                ThresholdKind.LIQUIDATION,
                new Scope(ScopeType.valueOf(scope[0]), scope[1]),
                Metric.valueOf(text(row, 7)),
                comparison,
                limit,
                clear);

        List<ThresholdExposure> exposures =
                AccountExposure.of(snapshot, AccountRisk.of(snapshot), List.of(threshold)).exposures().stream()
                        .filter(exposure -> text(row, 10)
                                .equals(
                                        exposure.direction().isJoint()
                                                ? "JOINT"
                                                : exposure.direction().mark()))
                        .toList();

        assertShock(side(exposures, -1), text(row, 11), text(row, 12));
        assertShock(side(exposures, 1), text(row, 13), text(row, 14));
    }

    private static @Nullable ThresholdExposure side(List<ThresholdExposure> exposures, int sign) {
        return exposures.stream()
                .filter(exposure -> exposure.shock().signum() == sign)
                .findFirst()
                .orElse(null);
    }

    private static void assertShock(@Nullable ThresholdExposure exposure, String shock, String exposed) {
        if (exposure == null) {
            assertThat("-").isEqualTo(shock);
        } else {
            assertThat(exposure.shock().stripTrailingZeros().toPlainString()).isEqualTo(shock);
            assertThat(exposure.exposed().amount()).isEqualByComparingTo(exposed);
        }
    }

    private static String text(ArgumentsAccessor row, int column) {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
