package io.plimsoll.rules.table;

/// A cell that is not written as its column demands: the message is a clause that follows the cell.
final class InvalidCellException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String clause;
    private final String remedy;

    InvalidCellException(String clause, String remedy) {
        super(clause);
        this.clause = clause;
        this.remedy = remedy;
    }

    String clause() {
        return clause;
    }

    String remedy() {
        return remedy;
    }
}
