package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.vectors.Venue.Held;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures from other systems' own test suites, where they are at hand: in `../shared/vectors` beside the
/// repository, or where `-Dplimsoll.vectors` or `PLIMSOLL_VECTORS` points. [MarginTablesTest] needs nothing
/// outside the repository.
class SharedVectorsTest {

    private static final int LEAST_PERCENT = 85;

    @Test
    void everySharedFigureComesOut() throws IOException {
        Path folder = folder();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "No shared vectors at %s. Maybe set PLIMSOLL_VECTORS."
                        .formatted(folder.toAbsolutePath().normalize()));

        ConformanceTable table = ConformanceTable.of(VectorFolder.read(folder));

        System.out.print(table.text());
        assertThat(table.wrong()).isEmpty();
    }

    @Test
    void mostMarginFiguresAreCovered() throws IOException {
        Path margin = folder().resolve("margin");
        assumeTrue(Files.isDirectory(margin), "No shared vectors.");

        ConformanceTable table = ConformanceTable.of(VectorFolder.read(margin));

        int options = table.leftOut().entrySet().stream()
                .filter(row -> row.getKey().fn().equals("portfolio_margin"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int all = table.sum().total() + table.leftOutCount() - options;
        assertThat(table.sum().total() * 100).isGreaterThanOrEqualTo(all * LEAST_PERCENT);
    }

    @ParameterizedTest(name = "{0} less {1}")
    @CsvSource({
        "0.01, 0.01, 1",
        "0.025, 16300, 652000",
        "0.1, 135365, 1353650",
        // 950 / 0.0065 never ends; 950 / 0.0064 does.
        "0.0065, 950, 148437.5",
        "0.003, 1, 372.52902984619140625",
        "0.07, 13.37, 191"
    })
    void aBracketBecomesAContinuousSchedule(BigDecimal rate, BigDecimal amount, BigDecimal floor) {
        MarginSchedule schedule = Venue.bracket(rate, amount);

        assertThat(schedule.tiers().getLast().maintenanceRate()).isEqualByComparingTo(rate);
        assertThat(schedule.tiers().getLast().maintenanceAmount()).isEqualByComparingTo(amount);
        assertThat(schedule.tiers().getLast().floor()).isEqualByComparingTo(floor);
    }

    @Test
    void aLongThatCannotBeLiquidatedHasTheLowestOfAllPrices() {
        Held held = new Held(
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                MarginSchedule.flat(new BigDecimal("0.1"), BigDecimal.ONE));

        assertThat(Venue.liquidationPrice(MarginMode.CROSS, BigDecimal.TEN, List.of(held)))
                .isEqualTo(Ratio.ZERO);
    }

    // Surefire runs in the module's folder.
    private static Path folder() {
        Path vectors = Optional.ofNullable(System.getProperty("plimsoll.vectors"))
                .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_VECTORS")))
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "vectors"));
        return vectors;
    }
}
