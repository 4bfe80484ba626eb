package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.record.RecordedSnapshot;
import io.plimsoll.service.ruledesk.impact.ImpactRunReport.CurveDocument;
import io.plimsoll.service.ruledesk.impact.ImpactRunReport.PointDocument;
import io.plimsoll.service.ruledesk.impact.ImpactRunReport.ShockDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what an impact run is to find: each account in turn, by piece after piece, so that several runs
/// share the processors fairly.
final class ImpactSearch {

    private static final int PIECE = 256;

    private final ImpactRun run;
    private final ImpactOrder order;
    private final List<RecordedSnapshot> seen;
    private final List<BigDecimal> shocks;
    private final List<Case> cases;
    private final SideBySide sides;
    private final AccountWork work;

    /// An account as it is looked at.
    ///
    /// @param recorded as it was recorded
    /// @param shock of its marks; null for none
    private record Case(RecordedSnapshot recorded, @Nullable BigDecimal shock) {

        Snapshot snapshot() {
            Snapshot snapshot = SnapshotReader.read(recorded.snapshot());
            return shock == null ? snapshot : ShockDirection.joint(snapshot).shocked(snapshot, shock);
        }
    }

    /// @param shocks of the stress set; none to look at the accounts as they are
    ImpactSearch(
            ImpactRun run, List<RecordedSnapshot> seen, List<BigDecimal> shocks, SideBySide sides, AccountWork work) {
        this.run = run;
        this.order = run.order();
        this.seen = seen;
        this.shocks = shocks;
        this.sides = sides;
        this.work = work;
        Stream<Case> all = shocks.isEmpty()
                ? seen.stream().map(each -> new Case(each, null))
                : shocks.stream().flatMap(shock -> seen.stream().map(each -> new Case(each, shock)));
        this.cases = all.toList();
        int values = order.curve().map(curve -> curve.values().size()).orElse(0);
        run.expect(cases.size() * (2L + values));
    }

    /// @throws InvalidRuleSetException if one of the versions does not pass the checks
    /// @throws java.util.concurrent.CancellationException if the run was cancelled
    ImpactRunReport report() {
        run.requireRunning();
        return sides.with(order.base(), order.content(), this::report);
    }

    private ImpactRunReport report(RuleSetVersion live, RuleSetVersion proposed) {
        List<AccountImpact> impacts =
                each(cases, 2, each -> AccountImpact.of(live, proposed, each.snapshot(), each.shock()));
        return new ImpactRunReport(
                document(impacts),
                shocks.isEmpty() ? null : ofShocks(impacts),
                order.curve().map(curve -> curve(curve, impacts, proposed)).orElse(null));
    }

    private List<ShockDocument> ofShocks(List<AccountImpact> impacts) {
        int accounts = seen.size();
        return IntStream.range(0, shocks.size())
                .mapToObj(i ->
                        new ShockDocument(shocks.get(i), document(impacts.subList(i * accounts, (i + 1) * accounts))))
                .toList();
    }

    private ImpactDocument document(List<AccountImpact> impacts) {
        return new ImpactCount(impacts)
                .document(order.base().digest(), order.content().digest(), RecordedImpacts.digest(seen));
    }

    private CurveDocument curve(Curve curve, List<AccountImpact> impacts, RuleSetVersion proposed) {
        List<PointDocument> points = curve.values().stream()
                .map(value -> point(curve, value, impacts, proposed))
                .toList();
        return new CurveDocument(curve.file(), curve.row(), curve.column(), points);
    }

    private PointDocument point(Curve curve, String value, List<AccountImpact> impacts, RuleSetVersion proposed) {
        run.requireRunning();
        try (RuleSetVersion other = sides.other(curve.with(order.content(), value), proposed)) {
            List<Integer> places = IntStream.range(0, cases.size()).boxed().toList();
            return CurvePoint.of(
                    value,
                    each(
                            places,
                            1,
                            place -> impacts.get(place)
                                    .with(Outcome.of(other, cases.get(place).snapshot()))));
        } catch (InvalidRuleSetException e) {
            run.expect(-cases.size());
            return CurvePoint.refused(value, e);
        }
    }

    private <T, R> List<R> each(List<T> all, int evaluations, Function<T, R> one) {
        List<R> results = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += PIECE) {
            List<T> piece = all.subList(from, Math.min(all.size(), from + PIECE));
            results.addAll(work.each(
                    piece,
                    each -> {
                        R result = one.apply(each);
                        run.advance(evaluations);
                        return result;
                    },
                    run::hasEnded));
            run.requireRunning();
        }
        return results;
    }
}
