package io.plimsoll.rules.coverage;

import io.plimsoll.rules.coverage.Coverage.Reach;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.CoverageDemand;
import io.plimsoll.rules.source.RuleSetManifest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Refuses a rule set whose scenarios reach less than its manifest demands.
public final class CoverageGates {

    private static final int SHOWN = 5;

    private CoverageGates() {}

    /// Each demand that is not met is an error at its line of `ruleset.yaml`, naming what is not reached.
    public static void check(List<CoverageDemand> demands, Coverage coverage, Diagnostics diagnostics) {
        for (CoverageDemand demand : demands) {
            List<? extends Reach> all = switch (demand.of()) {
                case RULES -> coverage.rules();
                case ROWS -> coverage.rows();
                case BOUNDARIES -> coverage.boundaries();
            };
            List<? extends Reach> missed =
                    all.stream().filter(reach -> !reach.isCovered()).toList();
            BigDecimal covered = BigDecimal.valueOf(all.size() - missed.size());
            // Of nothing, nothing is reached: a set without scenarios has no boundaries.
            boolean met =
                    !all.isEmpty() && covered.compareTo(demand.share().multiply(BigDecimal.valueOf(all.size()))) >= 0;
            if (!met) {
                diagnostics.error(
                        "scenario.coverage",
                        RuleSetManifest.FILE,
                        demand.line(),
                        demand.column(),
                        "The scenarios reach %s of %d %s, but %s are demanded; not reached: %s."
                                .formatted(
                                        covered.toPlainString(),
                                        all.size(),
                                        demand.of().key(),
                                        demand.written(),
                                        names(missed)),
                        "Maybe add scenarios; ./plimsoll scenarios --missing writes those of boundaries.");
            }
        }
    }

    private static String names(List<? extends Reach> missed) {
        String first = missed.stream().limit(SHOWN).map(Reach::name).collect(Collectors.joining(", "));
        return missed.isEmpty()
                ? "any"
                : missed.size() > SHOWN ? "%s and %d more".formatted(first, missed.size() - SHOWN) : first;
    }
}
