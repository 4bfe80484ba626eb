package io.plimsoll.service.ruledesk.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.model.number.Decimals;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.record.RecordedSnapshot;
import io.plimsoll.service.record.RecordedSnapshots;
import io.plimsoll.service.record.chain.Hashes;
import io.plimsoll.service.ruledesk.DeskSettings;
import io.plimsoll.service.ruledesk.Impact;
import io.plimsoll.service.ruledesk.Impacts;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What a change would do to the accounts that were recorded last.
@Singleton
public final class RecordedImpacts implements Impacts {

    private final SideBySide sides;
    private final AccountWork work;
    private final RecordedSnapshots snapshots;
    private final Store store;
    private final int accounts;

    RecordedImpacts(
            SideBySide sides, AccountWork work, RecordedSnapshots snapshots, Store store, DeskSettings settings) {
        this.sides = sides;
        this.work = work;
        this.snapshots = snapshots;
        this.store = store;
        this.accounts = settings.impactAccounts();
    }

    /// The impact of putting one version in the place of another. The report is kept, named by its digest.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if one of them does not pass the checks
    /// @throws io.plimsoll.service.problem.ProblemException if the database can't be reached
    @Override
    public Impact assess(RuleSetSource base, RuleSetSource content) {
        List<RecordedSnapshot> seen = snapshots.latest(accounts);
        ImpactCount count = new ImpactCount(compare(base, content, seen));
        byte[] report = JsonWriter.write(count.document(base.digest(), content.digest(), digest(seen)));
        String digest = Hashes.of(report);
        keep(digest, report);
        return new Impact(digest, seen.size(), share(count.flipped(), seen.size()));
    }

    private List<AccountImpact> compare(RuleSetSource base, RuleSetSource content, List<RecordedSnapshot> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        return sides.with(
                base,
                content,
                (live, proposed) -> work.each(
                        seen,
                        each -> AccountImpact.of(live, proposed, SnapshotReader.read(each.snapshot())),
                        () -> false));
    }

    static String digest(List<RecordedSnapshot> seen) {
        String ids =
                String.join("\n", seen.stream().map(RecordedSnapshot::decision).toList());
        return Hashes.of(ids.getBytes(UTF_8));
    }

    // Rounded up, so that a limit of 1 % is not passed unseen.
    private static BigDecimal share(int flipped, int all) {
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(flipped).divide(BigDecimal.valueOf(all), Decimals.SHOWN_SCALE, RoundingMode.UP);
    }

    private void keep(String digest, byte[] report) {
        store.write(sql -> sql.createUpdate("""
                        insert into desk_impact (digest, report) values (:digest, :report) on conflict (digest) do nothing
                        """)
                .bind("digest", digest)
                .bind("report", report)
                .execute());
    }

    @Override
    public Optional<byte[]> report(String digest) {
        return store.read(sql -> sql.createQuery("select report from desk_impact where digest = :digest")
                .bind("digest", digest)
                .mapTo(byte[].class)
                .findOne());
    }
}
