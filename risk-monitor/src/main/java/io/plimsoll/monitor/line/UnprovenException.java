package io.plimsoll.monitor.line;

/// Something does not move evenly with marks, so that no line says where it ends.
final class UnprovenException extends Exception {

    private static final long serialVersionUID = 1;

    UnprovenException() {
        super("Not linear.", null, false, false);
    }
}
