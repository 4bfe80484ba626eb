package io.plimsoll.model.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An account under the shocks of one direction, as the thresholds of its scopes see it: those of a position
/// see that position alone.
final class Views {

    private final AccountRisk risk;
    private final MovedPart part;
    private final ShockDirection direction;
    private final BigDecimal down;
    private final BigDecimal up;
    private final Map<String, ShockedAccount> positions = new HashMap<>();
    private @Nullable ShockedAccount account;

    Views(Snapshot snapshot, AccountRisk risk, MovedPart part, ShockDirection direction) {
        this.risk = risk;
        this.part = part;
        this.direction = direction;
        this.down = direction.farthest(snapshot, -1);
        this.up = direction.farthest(snapshot, 1);
    }

    /// The magnitude of the farthest shock on a side.
    BigDecimal farthest(int sign) {
        return sign < 0 ? down : up;
    }

    /// What decides about a scope that the direction moves.
    ShockedAccount of(Scope scope) {
        if (scope.type() == ScopeType.POSITION) {
            return positions.computeIfAbsent(scope.id(), this::position);
        }
        if (account == null) {
            account = new ShockedAccount(part.of(direction.betas().keySet()), direction, risk);
        }
        return account;
    }

    private ShockedAccount position(String instrument) {
        return new ShockedAccount(part.ofPosition(instrument), direction, null);
    }
}
