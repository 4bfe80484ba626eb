package io.plimsoll.rules.limit;

/// Rules were stopped because they caused more work than they may.
public final class WorkLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkLimitException(String message) {
        super(message);
    }
}
