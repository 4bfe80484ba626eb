package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The example of the page is what the model says.
final class ExposurePageTest {

    private static final Path PAGE = Path.of("../docs/concepts/exposure.md");

    @Test
    void theExampleIsComputed() throws IOException {
        Snapshot hedged = Snapshots.cross("300", "FLAT 10 @ 100 -> 100; FLAT2 -10 @ 100 -> 100");
        Signal against = new Signal("beta", "FLAT2", BigDecimal.ONE.negate(), Snapshots.NOW);
        Snapshot opposed = new Snapshot(
                hedged.asOf(),
                hedged.account(),
                hedged.instruments(),
                hedged.collateral(),
                hedged.marks(),
                List.of(against));

        assertThat(Files.readString(PAGE))
                .contains("```text\n" + lines(hedged, exposure -> true) + "```")
                .contains("```text\n"
                        + lines(opposed, exposure -> exposure.direction().isJoint()) + "```");
    }

    private static String lines(Snapshot snapshot, Predicate<ThresholdExposure> shown) {
        Threshold threshold = new Threshold(
                ThresholdKind.LIQUIDATION,
                Scope.account("A-1"),
                Metric.MARGIN_RATIO,
                Comparison.AT_OR_ABOVE,
                BigDecimal.ONE,
                new BigDecimal("0.9"));
        return AccountExposure.of(snapshot, AccountRisk.of(snapshot), List.of(threshold)).exposures().stream()
                .filter(shown)
                .map(exposure -> "%-5s  %-4s  %s  exposed %s%n"
                        .formatted(
                                exposure.direction().isJoint() ? "joint" : name(exposure),
                                exposure.shock().signum() < 0 ? "down" : "up",
                                plain(exposure.shock()),
                                plain(exposure.exposed().amount())))
                .collect(Collectors.joining())
                .replace("\r\n", "\n");
    }

    private static String name(ThresholdExposure exposure) {
        return "FLAT".equals(exposure.direction().mark()) ? "A" : "B";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
