package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.problem.ProblemDocument;
import io.plimsoll.service.ruledesk.impact.ImpactRun;
import io.plimsoll.service.ruledesk.impact.ImpactRunReport;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An impact that is being found, or was, as written.
///
/// @param id its name
/// @param change that it is about
/// @param on the accounts that are looked at
/// @param state how far it is
/// @param progress how far it is, counted in evaluations
/// @param by who began it
/// @param begunAt when
/// @param endedAt when it ended; left out if it has not
/// @param problem why it failed; left out if it has not
/// @param report what was found; left out until it is done
public record ImpactRunDocument(
        String id,
        String change,
        String on,
        ImpactRun.State state,
        ProgressDocument progress,
        String by,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable ProblemDocument problem,
        @Nullable ImpactRunReport report) {

    /// How far a run is.
    ///
    /// @param done evaluations that are done
    /// @param total evaluations in all; 0 while that is not known
    public record ProgressDocument(long done, long total) {}

    static ImpactRunDocument of(ImpactRun run) {
        ImpactRun.Status status = run.status();
        return new ImpactRunDocument(
                run.id(),
                run.order().change(),
                run.order().on().name().toLowerCase(Locale.ROOT),
                status.state(),
                new ProgressDocument(run.done(), run.total()),
                run.order().by().value(),
                run.begunAt(),
                status.endedAt(),
                status.problem(),
                status.report());
    }
}
