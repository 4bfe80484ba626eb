package io.plimsoll.service.record.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What verification found.
///
/// @param good whether nothing is wrong
/// @param problemCount how many problems there are
/// @param problems the first thousand of them: the export's by their lines, then those of other files
/// @param notes what was not proven, as sentences
/// @param summary what was looked at
public record VerificationReport(
        boolean good, long problemCount, List<Problem> problems, List<String> notes, Summary summary) {

    /// What was looked at.
    ///
    /// @param lines of the export
    /// @param entries that could be read
    /// @param from the first of them; 0 if there is none
    /// @param to the last of them; 0 if there is none
    /// @param head the hash of the last; left out if there is none
    /// @param checkpoints of the export and of other files that agree with it
    /// @param ruleSets whose files give their digests
    /// @param decisions among the entries
    /// @param replayed those that were made again with the same bytes; left out if it was not asked for
    public record Summary(
            long lines,
            long entries,
            long from,
            long to,
            @Nullable String head,
            long checkpoints,
            long ruleSets,
            long decisions,
            @Nullable Long replayed) {}
}
