package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.CheckpointKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An export with real decisions: the standard rule set about the snapshots in `examples/evaluations`.
final class RealExport {

    final RuleSetSource source = RuleSetFolder.read(Path.of("../rules/standard"));
    private final CheckpointKey key;
    private final List<Row> rows = new ArrayList<>();
    private ChainHead head = ChainHead.GENESIS;

    RealExport(CheckpointKey key) throws IOException {
        this.key = key;
        rows.add(Row.key(key.publicKey()));
        add("change", "{\"who\":\"risk.officer\",\"why\":\"first version\"}");
        rows.add(Row.ruleSet(source));
        add("activation", "{\"ruleSet\":\"" + source.digest() + "\"}");
        checkpoint();
        try (RuleSetVersion version = RuleSetCheck.check(source)) {
            for (Path request : requests()) {
                byte[] snapshot = new ObjectMapper()
                        .readTree(Files.readAllBytes(request))
                        .toString()
                        .getBytes(UTF_8);
                byte[] decision = DecisionWriter.write(version.evaluate(SnapshotReader.read(snapshot)), false);
                add("decision", body(snapshot, decision));
            }
        }
        checkpoint();
    }

    private static List<Path> requests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../examples/evaluations"))) {
            return files.filter(file -> file.toString().endsWith(".request.json"))
                    .sorted()
                    .toList();
        }
    }

    private String body(byte[] snapshot, byte[] decision) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(decision);
        return "{\"id\":\"d-%d\",\"account\":\"%s\",\"time\":\"%s\",\"ruleSet\":\"%s\",\"by\":\"oms\",\"snapshot\":%s,\"decision\":%s}"
                .formatted(
                        head.sequence() + 1,
                        answer.path("account").textValue(),
                        answer.path("asOf").textValue(),
                        source.digest(),
                        new String(snapshot, UTF_8),
                        new String(decision, UTF_8));
    }

    RealExport add(String kind, String body) {
        Row entry = Row.entry(head, kind, body);
        rows.add(entry);
        head = new ChainHead(entry.sequence, entry.hash());
        return this;
    }

    RealExport add(RuleSetSource other) {
        rows.add(Row.ruleSet(other));
        return this;
    }

    RealExport checkpoint() {
        rows.add(Row.checkpoint(key.sign(head, Row.AT.plusSeconds(head.sequence()))));
        return this;
    }

    /// The bodies of its decisions.
    List<String> decisions() {
        return rows.stream()
                .filter(row -> row.name.equals("decision"))
                .map(row -> row.body)
                .toList();
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }
}
