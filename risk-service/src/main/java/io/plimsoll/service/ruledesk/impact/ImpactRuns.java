package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.plimsoll.service.record.RecordedSnapshots;
import io.plimsoll.service.ruledesk.DeskSettings;
import io.plimsoll.service.ruledesk.impact.ImpactOrder.Accounts;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;

/// Impacts that take their time, found in the background. They are in memory: the last few are kept, and none
/// over a restart.
@Singleton
public final class ImpactRuns {

    private final RecordedSnapshots snapshots;
    private final SideBySide sides;
    private final AccountWork work;
    private final DeskSettings settings;
    private final SequencedMap<String, ImpactRun> runs = new LinkedHashMap<>();

    ImpactRuns(RecordedSnapshots snapshots, SideBySide sides, AccountWork work, DeskSettings settings) {
        this.snapshots = snapshots;
        this.sides = sides;
        this.work = work;
        this.settings = settings;
    }

    /// Begins to find an impact.
    ///
    /// @throws ProblemException if as many are being found as there may be
    public ImpactRun begin(ImpactOrder order) {
        ImpactRun run = new ImpactRun(order, Instant.now());
        add(run);
        Thread.ofPlatform().name("impact-run").daemon().start(() -> find(run));
        return run;
    }

    private synchronized void add(ImpactRun run) {
        Iterator<ImpactRun> oldest = runs.values().iterator();
        while (runs.size() >= settings.impactRuns() && oldest.hasNext()) {
            if (oldest.next().hasEnded()) {
                oldest.remove();
            }
        }
        if (runs.size() >= settings.impactRuns()) {
            throw new ProblemException(
                    ProblemType.OVERLOADED,
                    "As many impacts are being found as may be at once (%d). Maybe cancel one, or wait for one."
                            .formatted(settings.impactRuns()),
                    Map.of("Retry-After", "5"));
        }
        runs.put(run.id(), run);
    }

    private void find(ImpactRun run) {
        try {
            List<BigDecimal> shocks = run.order().on() == Accounts.STRESSED ? settings.impactShocks() : List.of();
            run.succeed(
                    new ImpactSearch(run, snapshots.latest(settings.impactAccounts()), shocks, sides, work).report());
        } catch (CancellationException e) {
            run.cancel();
        } catch (InvalidRuleSetException e) {
            run.fail(ProblemException.inRuleSet(e).document());
        } catch (RuntimeException | Error e) {
            if (!run.hasEnded()) {
                run.fail(Problems.of(e).document());
            }
        }
    }

    /// A run of a change.
    ///
    /// @throws ProblemException if there is none of that name, or none any more
    public synchronized ImpactRun find(String ruleSet, String change, String id) {
        ImpactRun run = runs.get(id);
        if (run == null
                || !run.order().ruleSet().equals(ruleSet)
                || !run.order().change().equals(change)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no impact run (%s) of this change. Maybe it was forgotten; begin it again."
                            .formatted(id));
        }
        return run;
    }

    /// Ends a run, unless it has ended. Nothing is begun for it any more.
    ///
    /// @throws ProblemException if there is none of that name, or none any more
    public ImpactRun cancel(String ruleSet, String change, String id) {
        ImpactRun run = find(ruleSet, change, id);
        run.cancel();
        return run;
    }

    @PreDestroy
    synchronized void close() {
        runs.values().forEach(ImpactRun::cancel);
    }
}
