package io.plimsoll.service.record.export;

/// Something that is wrong with an export, and where.
///
/// @param file the export, or the file of checkpoints, as it was named
/// @param line of that file, from 1; one more than it has if something is missing at the end
/// @param first the earliest entry that it can concern; 0 if none
/// @param last the latest entry that it can concern; 0 if none
/// @param message what is wrong and what it can mean, as a sentence
public record Problem(String file, long line, long first, long last, String message) {

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, message);
    }
}
