package io.plimsoll.service.book.account;

import io.plimsoll.model.account.Account;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.service.body.BodyLine;
import io.plimsoll.service.body.LineWork;
import io.plimsoll.service.book.api.BookAnswers;
import io.plimsoll.service.book.api.WrittenDocument;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Puts the accounts of one bulk load in their places. Lines that are at hand together share a transaction,
/// and are answered after its commit.
///
/// @param by who loads
/// @param release to be run when the load is over
record BulkWork(Accounts accounts, String by, Runnable release) implements LineWork {

    @Override
    public CompletionStage<Buffer> answer(Supplier<Optional<BodyLine>> next) {
        return CompletableFuture.supplyAsync(
                () -> load(next), task -> Thread.ofVirtual().name("bulk-load").start(task));
    }

    private Buffer load(Supplier<Optional<BodyLine>> next) {
        List<Buffer> answers = new ArrayList<>();
        Map<String, Place> group = new LinkedHashMap<>();
        for (Optional<BodyLine> line = next.get(); line.isPresent(); line = next.get()) {
            int index = answers.size();
            answers.add(Buffer.buffer());
            try {
                Account account = BookAnswers.read(line.get().document(), FactReader::account);
                if (group.containsKey(account.id())) {
                    write(group, answers);
                }
                group.put(account.id(), new Place(line.get(), index, account));
            } catch (RuntimeException | StackOverflowError e) {
                answers.set(index, line.get().problem(e));
            }
        }
        write(group, answers);
        Buffer out = Buffer.buffer();
        answers.forEach(out::appendBuffer);
        return out;
    }

    private void write(Map<String, Place> group, List<Buffer> answers) {
        if (group.isEmpty()) {
            return;
        }
        try {
            Map<String, Long> revisions =
                    accounts.load(group.values().stream().map(Place::account).toList(), by);
            group.forEach((id, place) -> answers.set(
                    place.index(),
                    place.written(Optional.ofNullable(revisions.get(id)).orElseThrow())));
        } catch (RuntimeException e) {
            group.values()
                    .forEach(place -> answers.set(place.index(), place.line().problem(e)));
        }
        group.clear();
    }

    @Override
    public void close() {
        release.run();
    }

    /// A line with its account, and the place of its answer among those that leave together.
    private record Place(BodyLine line, int index, Account account) {

        Buffer written(long revision) {
            return line.answer("\"account\":", JsonWriter.write(new WrittenDocument(account.id(), revision)));
        }
    }
}
