package io.plimsoll.service.live;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What guards must not forget, in the database.
final class GuardRows {

    private GuardRows() {}

    /// Keeps it in the place of what was kept before.
    static void keep(Handle transaction, String state) {
        transaction.createUpdate("""
                        insert into guard_state (document) values (:document)
                        on conflict (one) do update set document = excluded.document
                        """).bind("document", state).execute();
    }

    /// What was kept, if anything was.
    static Optional<String> find(Handle sql) {
        return sql.createQuery("select document from guard_state")
                .mapTo(String.class)
                .findOne();
    }
}
