package io.plimsoll.service.book.store;

import java.util.Locale;

/// What the book has documents of.
public enum BookTable {
    /// Who is watched.
    ACCOUNT("account", "/v1/accounts"),
    /// What can be held as a position.
    INSTRUMENT("instrument", "/v1/instruments"),
    /// What can be held as a balance beside the account's currency.
    COLLATERAL("collateral asset", "/v1/collateral"),
    /// Terms of lending that an account can choose.
    CATEGORY("lending category", "/v1/categories");

    private final String noun;
    private final String path;

    BookTable(String noun, String path) {
        this.noun = noun;
        this.path = path;
    }

    /// The name of its entries in the record.
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What one of them is called.
    public String noun() {
        return noun;
    }

    /// One of them, in a sentence: `account (a-1)`.
    public String named(String id) {
        return "%s (%s)".formatted(noun, id);
    }

    /// Where they are found.
    public String path() {
        return path;
    }

    String table() {
        return "book_" + kind();
    }
}
