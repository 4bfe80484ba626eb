package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.util.Set;

/// Assets that move together, with terms of their own for accounts that keep to the category: for a member they
/// replace the asset's own terms, for any other asset those stay.
///
/// Source: Aave v3, efficiency mode (`GenericLogic.calculateUserAccountData`).
///
/// @param category its identifier
/// @param terms of every member
/// @param members identifiers of assets
public record CollateralCategory(String category, CollateralTerms terms, Set<String> members) {

    /// @throws InvalidFactException if an identifier is malformed
    public CollateralCategory {
        category = Facts.identifier("category", category);
        members.forEach(member -> Facts.identifier("members", member));
        members = Set.copyOf(members);
    }

    /// The terms of an asset for an account in this category.
    ///
    /// @param own the asset's terms outside of any category
    public CollateralTerms termsOf(String asset, CollateralTerms own) {
        return members.contains(asset) ? terms : own;
    }
}
