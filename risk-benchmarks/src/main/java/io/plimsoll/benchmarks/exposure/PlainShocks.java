package io.plimsoll.benchmarks.exposure;

import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.exposure.ExposureRow;
import io.plimsoll.monitor.exposure.ExposureTable;
import io.plimsoll.monitor.exposure.ShockGrid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The peer: evaluates one account at every shock, exactly, and says what it adds to the tables. It knows
/// thresholds on the margin ratio of the account alone, which is what the generated book has.
final class PlainShocks {

    private final ShockGrid grid;

    PlainShocks(ShockGrid grid) {
        this.grid = grid;
    }

    /// The tables of a book of one account, without what each instrument adds.
    List<ExposureTable> tables(Snapshot snapshot, List<Threshold> thresholds) {
        ShockDirection direction = ShockDirection.joint(snapshot);
        List<AccountRisk> risks = grid.shocks().stream()
                .map(shock -> AccountRisk.of(direction.shocked(snapshot, shock)))
                .toList();
        List<ExposureTable> tables = new ArrayList<>();
        for (ThresholdKind kind : ThresholdKind.values()) {
            for (Threshold threshold : thresholds) {
                if (threshold.kind() == kind) {
                    tables.add(table(threshold, risks, snapshot.account().currency()));
                }
            }
        }
        return tables;
    }

    private ExposureTable table(Threshold threshold, List<AccountRisk> risks, String currency) {
        boolean isPresent = isCrossed(threshold, risks.get(grid.present()));
        List<ExposureRow> rows = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            BigDecimal shock = grid.at(i);
            rows.add(
                    isCrossed(threshold, risks.get(i))
                            ? row(shock, threshold, risks.get(i).margin(), isPresent)
                            : new ExposureRow(
                                    shock, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        return new ExposureTable(threshold.kind(), currency, 1, rows, new TreeMap<>());
    }

    private static boolean isCrossed(Threshold threshold, AccountRisk risk) {
        return threshold.isCrossedBy(risk.marginRatio());
    }

    private static ExposureRow row(BigDecimal shock, Threshold threshold, MarginState margin, boolean isPresent) {
        Ratio missing = margin.maintenanceMargin().dividedBy(threshold.limit()).minus(margin.equity());
        return new ExposureRow(
                shock,
                1,
                isPresent ? 0 : 1,
                margin.exposure().amount(),
                BigDecimal.ZERO,
                roundedUp(missing),
                roundedUp(margin.equity().negate()));
    }

    private static BigDecimal roundedUp(Ratio amount) {
        return Ratio.of(amount.max(Ratio.ZERO).rounded(18, RoundingMode.CEILING))
                .amount();
    }
}
