package io.plimsoll.service.book.risk;

import io.plimsoll.model.market.Signal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Signals about single accounts, which the live book makes: of overdue calls. Whoever looks at an account sees
/// the thresholds that the live book watches, at most a tick later. Empty where the book is not watched.
@Singleton
public final class AccountSignals {

    private volatile Map<String, List<Signal>> signals = Map.of();

    /// From now on these, by account, and no others.
    public void replace(Map<String, List<Signal>> present) {
        signals = Map.copyOf(present);
    }

    List<Signal> of(String account) {
        return signals.getOrDefault(account, List.of());
    }

    Map<String, List<Signal>> all() {
        return signals;
    }
}
