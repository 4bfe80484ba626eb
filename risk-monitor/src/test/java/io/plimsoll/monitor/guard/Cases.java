package io.plimsoll.monitor.guard;

import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Marks and proposals in as few words as tests need.
final class Cases {

    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    static final String BTC = "BTC-PERP";

    private Cases() {}

    static Instant at(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }

    static Mark mark(String id, String price, Instant time, String source) {
        return new Mark(id, new BigDecimal(price), time, source);
    }

    static Mark btc(String price, double seconds) {
        return mark(BTC, price, at(seconds), "a");
    }

    /// Says this for BTC at these seconds, by sources in turn.
    static void feed(Guards guards, double from, double to, double every, String price, String... sources) {
        for (double second = from; second <= to; second += every) {
            for (String source : sources) {
                guards.mark(mark(BTC, price, at(second), source), at(second));
            }
        }
    }

    /// Guards that a quiet minute has armed: one mark a second at 100 up to and including second 0.
    static Guards armed(GuardSettings settings, String... sources) {
        Guards guards = new Guards(settings, GuardState.NEW, at(-60));
        feed(guards, -60, 0, 1, "100", sources);
        return guards;
    }

    static Proposal liquidation(String id, Mark... marks) {
        return proposal(id, "liquidation", "1000", marks);
    }

    static Proposal proposal(String id, String type, String notional, Mark... marks) {
        List<Closing> closings = Reach.of(type) == Reach.NOTICE
                ? List.of()
                : List.of(new Closing(marks.length == 0 ? BTC : marks[0].id(), new BigDecimal(notional)));
        return new Proposal(
                id, "A-1", type, "USDT", List.of("liquidate"), List.of("margin"), List.of(), closings, List.of(marks));
    }

    static boolean passes(Guards guards, Proposal proposal, Instant now) {
        return guards.judge(proposal, now) instanceof Verdict.Passed;
    }

    /// The codes of what holds it, in the order of the guards; empty if it passes.
    static List<String> codes(Guards guards, Proposal proposal, Instant now) {
        return switch (guards.judge(proposal, now)) {
            case Verdict.Passed _ -> List.of();
            case Verdict.Held held -> held.holds().stream().map(Hold::code).toList();
        };
    }

    static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
