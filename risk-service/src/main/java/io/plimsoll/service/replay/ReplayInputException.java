package io.plimsoll.service.replay;

/// Candles or a book that can't be replayed.
final class ReplayInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayInputException(String message) {
        super(message);
    }

    ReplayInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
