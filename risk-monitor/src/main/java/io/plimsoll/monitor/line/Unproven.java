package io.plimsoll.monitor.line;

/// Something does not move evenly with marks, so that no line says where it ends.
final class Unproven extends Exception {

    private static final long serialVersionUID = 1;

    Unproven() {
        super("Not linear.", null, false, false);
    }
}
