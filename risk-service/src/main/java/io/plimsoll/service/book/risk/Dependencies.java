package io.plimsoll.service.book.risk;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Holding;
import java.util.Map;
import java.util.TreeMap;

/// What an account refers to, each with the first place where it does, as a JSON pointer into the account.
///
/// @param instruments by identifier
/// @param assets but the account's currency, by identifier
public record Dependencies(Map<String, String> instruments, Map<String, String> assets) {

    /// What an account refers to.
    public static Dependencies of(Account account) {
        Dependencies found = new Dependencies(new TreeMap<>(), new TreeMap<>());
        for (int i = 0; i < account.positions().size(); i++) {
            found.instruments.putIfAbsent(account.positions().get(i).instrument(), "/positions/" + i + "/instrument");
        }
        for (int i = 0; i < account.orders().size(); i++) {
            found.instruments.putIfAbsent(account.orders().get(i).instrument(), "/orders/" + i + "/instrument");
        }
        for (int i = 0; i < account.balances().size(); i++) {
            found.addAsset(account, account.balances().get(i).asset(), "/balances/" + i + "/asset");
        }
        for (int i = 0; i < account.targets().size(); i++) {
            AllocationTarget target = account.targets().get(i);
            Holding holding = target.holding();
            switch (holding.type()) {
                case ASSET -> found.addAsset(account, holding.id(), "/targets/" + i + "/asset");
                case INSTRUMENT -> found.instruments.putIfAbsent(holding.id(), "/targets/" + i + "/instrument");
            }
        }
        return found;
    }

    /// The same with more instruments, each with the place where it is asked for.
    Dependencies with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.putAll(instruments);
        return new Dependencies(all, assets);
    }

    private void addAsset(Account account, String asset, String place) {
        if (!asset.equals(account.currency())) {
            assets.putIfAbsent(asset, place);
        }
    }
}
