package io.plimsoll.monitor.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who is watched, by identifier and by number.
final class Roll {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable WatchedAccount> accounts = new ArrayList<>();
    private final Set<String> accruing = new TreeSet<>();

    Optional<Integer> number(String account) {
        return Optional.ofNullable(numbers.get(account));
    }

    WatchedAccount get(int number) {
        WatchedAccount account = accounts.get(number);
        if (account == null) {
            throw new IllegalArgumentException("No account has the number %d.".formatted(number));
        }
        return account;
    }

    void put(int number, WatchedAccount account) {
        while (accounts.size() <= number) {
            accounts.add(null);
        }
        accounts.set(number, account);
        numbers.put(account.id(), number);
        if (account.accrues()) {
            accruing.add(account.id());
        } else {
            accruing.remove(account.id());
        }
    }

    /// The number that it had, if it was here.
    Optional<Integer> remove(String account) {
        Integer number = numbers.remove(account);
        if (number == null) {
            return Optional.empty();
        }
        accounts.set(number, null);
        accruing.remove(account);
        return Optional.of(number);
    }

    Collection<String> ids() {
        return List.copyOf(numbers.keySet());
    }

    Collection<String> accruing() {
        return List.copyOf(accruing);
    }

    int size() {
        return numbers.size();
    }
}
