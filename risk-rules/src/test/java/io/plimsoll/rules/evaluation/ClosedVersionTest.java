package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Versions that differ in numbers share compiled rules, and none takes them away from another.
class ClosedVersionTest {

    private final RuleSetSource source = Sources.withoutScenarios();
    private final RuleSetSource edited = Sources.edited(source, "tables/margin.csv", "70 %,80 %", "70 %,75 %");

    @Test
    void aClosedVersionDecidesNothing() {
        RuleSetVersion version = RuleSetCheck.check(source);
        version.close();

        assertThatThrownBy(() -> version.evaluate(Clients.cross("100", "BTC-PERP 80")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aClosedVersionIsNoBase() {
        RuleSetVersion base = RuleSetCheck.check(source);
        base.close();

        assertThatThrownBy(() -> RuleSetCheck.check(edited, Optional.of(base)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void closingABaseTwiceLeavesItsSuccessorAlone() {
        RuleSetVersion base = RuleSetCheck.check(source);
        try (RuleSetVersion successor = RuleSetCheck.check(edited, Optional.of(base))) {
            successor.evaluate(Clients.cross("100", "BTC-PERP 75"));
            base.close();
            base.close();

            assertThat(successor.evaluate(Clients.cross("100", "BTC-PERP 75")).actions())
                    .hasSize(1);
        }
    }
}
