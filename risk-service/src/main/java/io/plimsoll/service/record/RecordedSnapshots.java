package io.plimsoll.service.record;

import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.util.List;

/// The accounts that were recorded last.
@Singleton
public final class RecordedSnapshots {

    /// Entries looked through for each account that is asked for: an account that is evaluated again and
    /// again must not have the whole record read.
    private static final int REACH = 100;

    private static final String LATEST = """
            select decision_id, entry from record_entry where sequence in (
                select sequence from (
                    select distinct on (account) account, sequence
                    from record_entry
                    where kind = 'decision'
                      and sequence > (select sequence from record_head) - :reach
                    order by account, snapshot_time desc, sequence desc) as latest
                order by sequence desc
                limit :accounts)
            order by account
            """;

    private final Store store;

    RecordedSnapshots(Store store) {
        this.store = store;
    }

    /// Each account as it was at its latest time, of the accounts that were recorded last, by name.
    ///
    /// @param accounts the most
    /// @throws io.plimsoll.service.problem.ProblemException if the database can't be reached
    public List<RecordedSnapshot> latest(int accounts) {
        return store.read(sql -> sql.createQuery(LATEST)
                .bind("reach", (long) accounts * REACH)
                .bind("accounts", accounts)
                .map((row, context) ->
                        new RecordedSnapshot(row.getString(1), StoredEntry.part(row.getBytes(2), "snapshot")))
                .list());
    }
}
