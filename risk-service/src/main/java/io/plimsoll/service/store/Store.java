package io.plimsoll.service.store;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The way to the database. Blocks, so never call it on an event loop.
///
/// While the database can't be reached, every call fails with a problem of type `store-unavailable`, which
/// says when to try again; nothing was written then, or, if the connection broke while the transaction was
/// being committed, all of it or nothing was.
@Singleton
public final class Store {

    /// Classes of SQL states that speak of the server and not of the statement: connection, resources,
    /// shutdown, disk.
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

    /// What is said of a text with U+0000: a path can bring one wherever a name is looked up.
    private static final String NO_TEXT = "22021";

    private final Jdbi jdbi;

    Store(DataSource database) {
        this.jdbi = Jdbi.create(database).registerArrayType(String.class, "text");
    }

    /// Runs statements, each in a transaction of its own.
    ///
    /// @throws ProblemException if the database can't be reached, or a text has U+0000
    public <T> T read(HandleCallback<T, RuntimeException> statements) {
        try {
            return jdbi.withHandle(statements);
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /// Runs statements in one transaction: all of them count, or none.
    ///
    /// @throws ProblemException if the database can't be reached, or a text has U+0000
    public <T> T write(HandleCallback<T, RuntimeException> statements) {
        try {
            return jdbi.inTransaction(statements);
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /// Runs statements that all see the database as it is at the first of them.
    ///
    /// @param statements which change nothing
    /// @throws ProblemException if the database can't be reached
    public <T> T moment(HandleCallback<T, RuntimeException> statements) {
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, statements);
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /// What is said while the database is known not to be reached.
    public static ProblemException unavailable() {
        return unavailable(null);
    }

    private static ProblemException unavailable(@Nullable Throwable cause) {
        return new ProblemException(
                ProblemType.STORE_UNAVAILABLE,
                "The database can't be reached, so nothing is recorded. Maybe ask again in some seconds, or ask with"
                        + " record=false for an answer that is not recorded.",
                Map.of("Retry-After", "5"),
                cause);
    }

    private static RuntimeException translated(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (isOutage(sql)) {
                    return unavailable(e);
                }
                if (NO_TEXT.equals(sql.getSQLState())) {
                    return new ProblemException(
                            ProblemType.BAD_REQUEST,
                            "A text has the character U+0000, which nothing here is named with. Maybe the path was"
                                    + " encoded twice.");
                }
            }
        }
        return e;
    }

    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        // The pool gives none when no connection could be had in time.
        return state == null || (state.length() >= 2 && OUTAGES.contains(state.substring(0, 2)));
    }
}
