package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;

/// Something that takes a share of an account's net worth: a balance or a position.
///
/// @param type whether the identifier is that of an asset or of an instrument
/// @param id identifier of the asset or instrument
public record Holding(Type type, String id) implements Comparable<Holding> {

    /// What a holding is.
    public enum Type {
        /// A balance of an asset.
        ASSET,
        /// A position in an instrument.
        INSTRUMENT
    }

    /// @throws io.plimsoll.model.fact.InvalidFactException if the identifier is malformed
    public Holding {
        id = Facts.identifier(type == Type.ASSET ? "asset" : "instrument", id);
    }

    /// A balance of an asset.
    public static Holding asset(String asset) {
        return new Holding(Type.ASSET, asset);
    }

    /// A position in an instrument.
    public static Holding instrument(String instrument) {
        return new Holding(Type.INSTRUMENT, instrument);
    }

    @Override
    public int compareTo(Holding other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
