package io.plimsoll.rules.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Rules that use what the rule language has: each constraint of `corpus/benign.txt` in each shape of
/// `corpus/shapes.txt`.
final class BenignRules {

    /// What every file of threshold rules begins with.
    static final String HEADER = """
            package thresholds;
            import io.plimsoll.model.account.Account;
            import io.plimsoll.model.account.AllocationTarget;
            import io.plimsoll.model.account.Balance;
            import io.plimsoll.model.account.Holding;
            import io.plimsoll.model.account.MarginMode;
            import io.plimsoll.model.account.Position;
            import io.plimsoll.model.instrument.CollateralAsset;
            import io.plimsoll.model.instrument.Instrument;
            import io.plimsoll.model.instrument.InstrumentType;
            import io.plimsoll.model.market.Signal;
            import io.plimsoll.model.rule.ThresholdRow;
            import io.plimsoll.model.threshold.Comparison;
            import io.plimsoll.model.threshold.Metric;
            import io.plimsoll.model.threshold.ThresholdKind;
            import java.math.BigDecimal;
            global io.plimsoll.model.threshold.ThresholdSink thresholds;
            """;

    private BenignRules() {}

    /// The text of a rule file with all of them, or with one.
    static String file(List<String> rules) {
        return HEADER + String.join("", rules);
    }

    static List<String> all() throws IOException {
        List<String> rules = new ArrayList<>();
        for (List<String> shape : table("shapes.txt")) {
            for (List<String> fact : table("benign.txt")) {
                String conditions = shape.get(1).replace("FACT", fact.get(0)).replace("CONSTRAINT", fact.get(1));
                rules.add(rule(shape.get(0) + ": " + fact.get(0) + " " + (rules.size() + 1), rules.size(), conditions));
            }
        }
        return rules;
    }

    private static String rule(String name, int number, String conditions) {
        String metric = List.of("EQUITY", "LEVERAGE", "MARGIN_RATIO").get(number % 3);
        return """
                rule "%s"%s
                when
                    %s
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $a, Metric.%s, Comparison.ABOVE, BigDecimal.ONE.add(BigDecimal.ONE), BigDecimal.ZERO);
                end
                """.formatted(name, number % 4 == 0 ? " salience " + (number - 100) : "", conditions, metric);
    }

    private static List<List<String>> table(String name) throws IOException {
        return Files.readAllLines(UnsafeRules.FOLDER.resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" *\\| +", 2)))
                .toList();
    }
}
