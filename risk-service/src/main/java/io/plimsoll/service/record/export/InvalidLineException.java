package io.plimsoll.service.record.export;

/// A line that is none of an export. The message is a clause that goes on from "The line".
final class InvalidLineException extends Exception {

    InvalidLineException(String clause) {
        super(clause);
    }
}
