package io.plimsoll.model.guard;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How much may be traded in a window of time. What is traded by force and what is rebalanced is counted apart, so
/// that neither can use up what the other may.
///
/// @param window 1 second to 1 day
/// @param perInstrument of each instrument or asset
/// @param inAll of all of them
/// @param instruments caps of some instruments or assets in place of `perInstrument`
/// @param rates by currency, what one unit of it counts for in caps; above 0, at most 10^12. An action in a
///     currency that is not listed is withheld: its notional would not be bounded
public record ThrottleLimits(
        Duration window, Cap perInstrument, Cap inAll, Map<String, Cap> instruments, Map<String, BigDecimal> rates) {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.TEN.pow(12);

    /// Caps in US dollars. Rates are rounded up, so that currencies count for too much rather than too little.
    public static final ThrottleLimits STANDARD = new ThrottleLimits(
            Duration.ofMinutes(1),
            new Cap(200, new BigDecimal("20000000")),
            new Cap(500, new BigDecimal("50000000")),
            Map.of(),
            Map.of(
                    "USD", BigDecimal.ONE,
                    "USDT", BigDecimal.ONE,
                    "USDC", BigDecimal.ONE,
                    "EUR", new BigDecimal("1.5"),
                    "GBP", new BigDecimal("1.5"),
                    "BTC", new BigDecimal("200000"),
                    "ETH", new BigDecimal("10000")));

    /// @throws InvalidFactException if a limit is out of its bounds or contradicts another
    public ThrottleLimits {
        window = Checks.duration("window", window, Duration.ofSeconds(1), Duration.ofDays(1));
        Cap all = Checks.present("inAll", inAll);
        requireWithin("perInstrument", Checks.present("perInstrument", perInstrument), all);
        instruments = copied(Checks.present("instruments", instruments));
        instruments.forEach((instrument, cap) -> requireWithin("instruments/" + instrument, cap, all));
        rates = checked(Checks.present("rates", rates));
    }

    /// The cap of an instrument or asset.
    public Cap cap(String instrument) {
        return instruments.getOrDefault(instrument, perInstrument);
    }

    /// As `Map.copyOf`, but a missing cap is told by its name.
    private static Map<String, Cap> copied(Map<String, Cap> instruments) {
        Map<String, Cap> checked = new HashMap<>();
        instruments.forEach((instrument, cap) -> checked.put(
                Facts.identifier("instruments", Checks.present("instruments", instrument)),
                Checks.present("instruments/" + instrument, cap)));
        return Map.copyOf(checked);
    }

    private static void requireWithin(String field, Cap cap, Cap all) {
        Checks.require(
                cap.isWithin(all),
                field,
                "(%d, %s) must not be above inAll (%d, %s), or it is never reached. Maybe the two were swapped.",
                cap.count(),
                cap.notional().toPlainString(),
                all.count(),
                all.notional().toPlainString());
    }

    private static Map<String, BigDecimal> checked(Map<String, BigDecimal> rates) {
        if (rates.isEmpty()) {
            throw new InvalidFactException(
                    "rates",
                    "are empty (0 currencies): nothing could be traded. List each with what one unit counts for.");
        }
        Map<String, BigDecimal> checked = new HashMap<>();
        rates.forEach((currency, rate) -> checked.put(
                Facts.identifier("rates", Checks.present("rates", currency)),
                Checks.positive("rates/" + currency, rate, HIGHEST_RATE)));
        return Map.copyOf(checked);
    }
}
