package io.plimsoll.service.record;

import io.plimsoll.service.record.Appended.Request;
import io.plimsoll.service.record.IdempotencyClaim.Name;
import io.plimsoll.service.record.IdempotencyKeys.Use;
import io.plimsoll.service.record.chain.Chain;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.SealedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Appends decisions within one transaction.
final class DecisionBatch {

    private static final String INSERT = """
            insert into record_entry (
                sequence, previous, hash, kind, at, entry,
                decision_id, account, snapshot_time, rule_set, actions, rules)
            values (
                :sequence, :previous, :hash, :kind, :at, :entry,
                :decision, :account, :time, :ruleSet, :actions, :rules)
            """;

    private final Handle transaction;
    private final Instant at;
    private final Map<String, Long> kept = new HashMap<>();
    private final Map<Name, Use> uses = new HashMap<>();
    private final Map<IdempotencyClaim, Request> claimed = new LinkedHashMap<>();

    DecisionBatch(Handle transaction, Instant at) {
        this.transaction = transaction;
        this.at = at;
    }

    /// Appends what is not there yet. The files of the versions that decided have to be kept already.
    ///
    /// @return what became of each, in the order of the requests
    List<Appended> append(List<Request> requests) {
        ChainHead head = RecordTail.hold(transaction);
        findKept(requests);
        uses.putAll(IdempotencyKeys.find(
                transaction,
                requests.stream().flatMap(request -> request.claim().stream()).toList()));
        PreparedBatch inserts = transaction.prepareBatch(INSERT);
        List<Appended> results = new ArrayList<>(requests.size());
        for (Request request : requests) {
            Optional<Appended> settled = settled(request);
            if (settled.isEmpty() && !kept.containsKey(request.entry().id())) {
                SealedEntry entry = Chain.seal(
                        head, DecisionEntry.KIND, at, request.entry().body().bytes());
                head = entry.head();
                add(inserts, entry, request.entry());
            }
            results.add(settled.orElseGet(() -> keep(request)));
        }
        if (inserts.size() > 0) {
            inserts.execute();
            RecordTail.move(transaction, head);
        }
        IdempotencyKeys.insert(transaction, claimed);
        return results;
    }

    private void findKept(List<Request> requests) {
        transaction
                .createQuery("select decision_id, sequence from record_entry where decision_id = any(:ids)")
                .bind(
                        "ids",
                        requests.stream().map(request -> request.entry().id()).toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    }

    private Optional<Appended> settled(Request request) {
        return request.claim()
                .flatMap(claim -> Optional.ofNullable(uses.get(claim.name())).map(use -> use.answerTo(claim)));
    }

    private Appended keep(Request request) {
        DecisionEntry entry = request.entry();
        request.claim().ifPresent(claim -> {
            claimed.put(claim, request);
            // For a second request with this key in the same batch.
            uses.put(
                    claim.name(),
                    new Use(
                            claim.request(),
                            entry.id(),
                            entry.files().digest(),
                            request.answer().orElseGet(entry::written)));
        });
        return new Appended.Kept(entry.id(), kept.getOrDefault(entry.id(), 0L));
    }

    private void add(PreparedBatch inserts, SealedEntry sealed, DecisionEntry entry) {
        kept.put(entry.id(), sealed.sequence());
        inserts.bind("sequence", sealed.sequence())
                .bind("previous", sealed.previous())
                .bind("hash", sealed.hash())
                .bind("kind", DecisionEntry.KIND)
                .bind("at", at)
                .bind("entry", sealed.json())
                .bind("decision", entry.id())
                .bind("account", entry.account())
                .bind("time", entry.time())
                .bind("ruleSet", entry.files().digest())
                .bind("actions", entry.actions().toArray(String[]::new))
                .bind("rules", entry.rules().toArray(String[]::new))
                .add();
    }
}
