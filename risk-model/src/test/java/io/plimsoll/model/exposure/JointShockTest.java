package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All marks of an account after a shock, each by its beta.
final class JointShockTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        // ETH has no beta, BTC one of 2, SOL one of -0.5, and nothing is held in DOGE.
        "-0.3, 140, 40,     23,    1",
        "0.2,  240, 140,    18,    1",
        "0,    200, 100,    20,    1",
        // What would fall to 0 or below stops above it, and the others go on.
        "-0.5, 100, 0.000000000000000001, 25, 1",
        "-0.6, 80,  0.000000000000000001, 26, 1",
        "2,    600, 500,    0.000000000000000001, 1",
    })
    void everyMarkMovesByItsBetaAndNoneBelowWhatAMarkCanBe(
            BigDecimal shock, BigDecimal eth, BigDecimal btc, BigDecimal sol, BigDecimal doge) {
        Snapshot snapshot = new Snapshot(
                Snapshots.NOW,
                new Account(
                        "A-1",
                        "retail",
                        MarginMode.CROSS,
                        Snapshots.CURRENCY,
                        List.of(balance("ETH"), balance("BTC"), balance("SOL")),
                        List.of(),
                        List.of()),
                List.of(),
                List.of(asset("ETH"), asset("BTC"), asset("SOL")),
                List.of(mark("ETH", "200"), mark("BTC", "100"), mark("SOL", "20"), mark("DOGE", "1")),
                List.of(beta("BTC", "2"), beta("SOL", "-0.5"), beta("DOGE", "3")));

        Snapshot shocked = ShockDirection.joint(snapshot).shocked(snapshot, shock);

        assertThat(shocked.mark("ETH").price()).isEqualByComparingTo(eth);
        assertThat(shocked.mark("BTC").price()).isEqualByComparingTo(btc);
        assertThat(shocked.mark("SOL").price()).isEqualByComparingTo(sol);
        assertThat(shocked.mark("DOGE").price()).isEqualByComparingTo(doge);
        assertThat(shocked.account()).isEqualTo(snapshot.account());
    }

    private static Balance balance(String asset) {
        return new Balance(asset, BigDecimal.ONE);
    }

    private static CollateralAsset asset(String asset) {
        return new CollateralAsset(asset, BigDecimal.ZERO, BigDecimal.ONE, null, BigDecimal.ONE, null);
    }

    private static Mark mark(String id, String price) {
        return Snapshots.mark(id, price);
    }

    private static Signal beta(String subject, String value) {
        return new Signal(ShockDirection.BETA, subject, new BigDecimal(value), Snapshots.NOW);
    }
}
