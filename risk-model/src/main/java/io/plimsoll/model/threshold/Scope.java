package io.plimsoll.model.threshold;

/// What a threshold watches.
///
/// @param type account, position or allocation
/// @param id the account, the position's instrument, or the asset or instrument of the allocation
public record Scope(ScopeType type, String id) implements Comparable<Scope> {

    /// An account as a whole.
    public static Scope account(String account) {
        return new Scope(ScopeType.ACCOUNT, account);
    }

    /// The position in an instrument.
    public static Scope position(String instrument) {
        return new Scope(ScopeType.POSITION, instrument);
    }

    /// The allocation to an asset or instrument.
    public static Scope allocation(String holding) {
        return new Scope(ScopeType.ALLOCATION, holding);
    }

    @Override
    public int compareTo(Scope other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
