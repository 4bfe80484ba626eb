package io.plimsoll.model.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MarginScheduleTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/instrument/schedules.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            maxCharsPerColumn = 200)
    void refusesWhatLeavesGapsOrJumps(String name, String tiers, String field, String reason) {
        if (field == null) {
            assertThat(schedule(tiers).tiers()).hasSize(tiers.split(";", -1).length);
        } else {
            assertThatExceptionOfType(InvalidFactException.class)
                    .isThrownBy(() -> schedule(tiers))
                    .satisfies(refusal -> {
                        assertThat(refusal.field()).isEqualTo(field);
                        assertThat(refusal.reason()).startsWith(reason).endsWith(".");
                    });
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/instrument/tier-lookup.csv", delimiter = '|', numLinesToSkip = 1)
    void aNotionalIsInTheLastTierWhoseFloorItReaches(
            BigDecimal notional, int tier, BigDecimal maintenance, BigDecimal initial) {
        MarginSchedule schedule = Snapshots.TIERED;

        assertThat(schedule.indexAt(notional)).isEqualTo(tier);
        assertThat(schedule.tierAt(notional)).isEqualTo(schedule.tiers().get(tier));
        assertThat(schedule.maintenanceMargin(notional)).isEqualByComparingTo(maintenance);
        assertThat(schedule.initialMargin(notional)).isEqualByComparingTo(Ratio.of(initial));
    }

    @Test
    void maintenanceMarginIsTheSameFromBothSidesOfAFloor() {
        List<MarginTier> tiers = Snapshots.TIERED.tiers();
        for (int i = 1; i < tiers.size(); i++) {
            BigDecimal floor = tiers.get(i).floor();
            assertThat(tiers.get(i).maintenanceMargin(floor))
                    .isEqualByComparingTo(tiers.get(i - 1).maintenanceMargin(floor));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, true", "999.999999999999999999, true", "1000, false"})
    void aTierHoldsItsFloorAndNotItsCap(BigDecimal notional, boolean inTheFirst) {
        assertThat(Snapshots.TIERED.tiers().get(0).contains(notional)).isEqualTo(inTheFirst);
        assertThat(Snapshots.TIERED.tiers().get(1).contains(notional)).isEqualTo(!inTheFirst);
    }

    @ParameterizedTest(name = "margin {0}")
    @CsvSource({
        // Next tiers need 1,000 / 10 = 100 and 5,000 / 5 = 1,000.
        "0, 50, 1",
        "1, 50, 1",
        "20, 50, 1",
        "20.000001, 1000, 20.000001",
        "99.99, 1000, 99.99",
        "100, 10, 1",
        "500, 10, 1",
        "500.01, 5000, 500.01",
        "999.99, 5000, 999.99",
        "1000, 5, 1",
        "1000000, 5, 1"
    })
    void theHighestLeverageStopsAtTheCap(BigDecimal margin, BigDecimal numerator, BigDecimal denominator) {
        assertThat(Snapshots.TIERED.maxLeverageFor(margin)).isEqualByComparingTo(Ratio.of(numerator, denominator));
    }

    @Test
    void hasOneTo64Tiers() {
        MarginTier tier = Snapshots.tier("0", "1", "0.1", "0", "10");

        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> new MarginSchedule(List.of()))
                .withMessageStartingWith("tiers must have 1 to 64 entries.");
        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> new MarginSchedule(Collections.nCopies(65, tier)))
                .withMessageStartingWith("tiers must have 1 to 64 entries.");
    }

    private static MarginSchedule schedule(String tiers) {
        return new MarginSchedule(Arrays.stream(tiers.split("\\s*;\\s*", -1))
                .map(tier -> tier.split(" ", -1))
                .map(tier -> Snapshots.tier(tier[0], tier[1].replaceFirst("^-$", ""), tier[2], tier[3], tier[4]))
                .toList());
    }
}
