package io.plimsoll.service.record;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.record.chain.SealedEntry;
import io.plimsoll.service.record.export.RuleSetLine;
import io.plimsoll.service.rulesets.StoredRuleSets;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes a part of the record as lines that can be verified without this service: keys, entries, the files
/// of the versions that decided, and checkpoints.
@Singleton
final class RecordExport {

    private static final int PAGE = 200;

    private static final String ENTRIES = """
            select sequence, previous, hash, entry, rule_set from record_entry
            where sequence >= :from and sequence <= :to order by sequence limit :page
            """;

    private final Store store;

    RecordExport(Store store) {
        this.store = store;
    }

    /// Writes the entries from one sequence to another, both included.
    ///
    /// @throws IOException if the reader is gone
    void write(long from, long to, OutputStream out) throws IOException {
        for (byte[] key : store.read(sql -> lines(sql, "select line from record_key order by id"))) {
            line(out, key);
        }
        Set<String> written = new HashSet<>();
        long next = from;
        List<Row> page = page(next, to);
        while (!page.isEmpty()) {
            for (Row row : page) {
                writeFiles(row, written, out);
                line(out, row.entry().line());
                for (Text checkpoint : row.checkpoints()) {
                    line(out, checkpoint.bytes());
                }
            }
            next = page.getLast().entry().sequence() + 1;
            page = page(next, to);
        }
    }

    private List<Row> page(long from, long to) {
        return store.read(sql -> {
            record Entry(SealedEntry entry, @Nullable String ruleSet) {}
            List<Entry> entries = sql.createQuery(ENTRIES)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("page", PAGE)
                    .map((row, context) -> new Entry(DecisionSearch.entry(row), row.getString("rule_set")))
                    .list();
            if (entries.isEmpty()) {
                return List.of();
            }
            List<Checkpoint> checkpoints = sql.createQuery("""
                            select sequence, line from record_checkpoint
                            where sequence >= :from and sequence <= :to order by sequence, key_id
                            """)
                    .bind("from", entries.getFirst().entry().sequence())
                    .bind("to", entries.getLast().entry().sequence())
                    .map((row, context) -> checkpoint(row))
                    .list();
            return entries.stream()
                    .map(entry -> new Row(
                            entry.entry(),
                            entry.ruleSet(),
                            checkpoints.stream()
                                    .filter(checkpoint -> checkpoint.sequence()
                                            == entry.entry().sequence())
                                    .map(Checkpoint::line)
                                    .toList()))
                    .toList();
        });
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(row.getLong(1), Text.of(row.getBytes(2)));
    }

    private void writeFiles(Row row, Set<String> written, OutputStream out) throws IOException {
        String digest = row.ruleSet();
        if (digest == null || !written.add(digest)) {
            return;
        }
        Optional<RuleSetSource> files = store.read(sql -> StoredRuleSets.find(sql, digest));
        if (files.isPresent()) {
            line(out, RuleSetLine.of(files.get()));
        }
    }

    private static List<byte[]> lines(Handle sql, String query) {
        return sql.createQuery(query).mapTo(byte[].class).list();
    }

    private static void line(OutputStream out, byte[] text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    /// @param ruleSet the version that the entry names, if it does
    /// @param checkpoints lines of those that were signed at this entry
    private record Row(SealedEntry entry, @Nullable String ruleSet, List<Text> checkpoints) {}

    /// @param line as it is exported
    private record Checkpoint(long sequence, Text line) {}
}
