package io.plimsoll.service.book.market;

import io.plimsoll.model.market.Mark;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Which mark counts where sources have different ones: the newest, and of several of one time that of the
/// source which comes first by name.
final class MarkChoice {

    private static final Comparator<Mark> BEST_LAST = Comparator.comparing(Mark::time)
            .thenComparing(Comparator.comparing(Mark::source).reversed());

    private MarkChoice() {}

    /// The one that counts.
    ///
    /// @param marks of one instrument or asset, at most one of each source
    /// @return empty if there is none
    static Optional<Mark> of(Collection<Mark> marks) {
        return marks.stream().max(BEST_LAST);
    }
}
