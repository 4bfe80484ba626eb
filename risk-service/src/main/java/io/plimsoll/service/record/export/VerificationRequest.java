package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.PublicKeys;
import java.nio.file.Path;
import java.util.List;

/// What an export is verified against.
///
/// @param keys that are trusted; if there are none, those of the export are, and a note says so
/// @param checkpoints files of checkpoints that were kept elsewhere
/// @param from the entry at which the export must begin; 0 if it may begin anywhere
/// @param to the entry at which the export must end; 0 if it must reach every checkpoint
/// @param replay whether to make each decision again
public record VerificationRequest(PublicKeys keys, List<Path> checkpoints, long from, long to, boolean replay) {

    /// Checks the bounds, and copies.
    ///
    /// @throws IllegalArgumentException if a bound is negative
    public VerificationRequest {
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(
                    "The bounds (%d, %d) must not be negative. Maybe leave them out.".formatted(from, to));
        }
        checkpoints = List.copyOf(checkpoints);
    }
}
