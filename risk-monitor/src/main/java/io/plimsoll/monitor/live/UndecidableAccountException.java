package io.plimsoll.monitor.live;

/// An account can't be decided about: something that it depends on is missing, or a rule fails on it.
public final class UndecidableAccountException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param reason a sentence that says what is missing, and where
    public UndecidableAccountException(String reason) {
        super(reason);
    }

    /// The sentence.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
