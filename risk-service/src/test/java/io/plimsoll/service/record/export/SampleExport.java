package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.CheckpointKey;
import io.plimsoll.service.record.chain.Hashes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A good export, drawn from a seed: some dozens of entries of several kinds, rule sets before the decisions by
/// them, checkpoints in between; the whole of a record or a range.
final class SampleExport {

    static final CheckpointKey KEY = CheckpointKey.generate();
    static final CheckpointKey OTHER_KEY = CheckpointKey.generate();

    private static final int KEPT = 100;
    private static final Map<Long, SampleExport> SAMPLES = new ConcurrentHashMap<>();

    private static final List<String> TEXTS =
            List.of("plain", "é ü ß", "\\\"quoted\\\"", "日本", "\\u00e9\\n", "\uD83D\uDE00", "", "a\\\\b");

    final List<Row> rows;

    SampleExport(List<Row> rows) {
        this.rows = rows;
    }

    /// One of a hundred: signing takes longer than all else.
    static SampleExport of(long seed) {
        return SAMPLES.computeIfAbsent(seed % KEPT, kept -> of(new Random(kept)));
    }

    static SampleExport of(Random random) {
        return of(random, random.nextInt(4) == 0 ? 1 + random.nextInt(5_000) : 0);
    }

    /// @param before how many entries the record has before the export
    static SampleExport of(Random random, long before) {
        ChainHead head = before == 0 ? ChainHead.GENESIS : new ChainHead(before, Hashes.of(new byte[] {(byte) before}));
        List<Row> rows = new ArrayList<>();
        rows.add(Row.key(KEY.publicKey()));
        if (before > 0 && random.nextBoolean()) {
            rows.add(Row.checkpoint(KEY.sign(head, Row.AT)));
        }
        List<RuleSetSource> sources = List.of(source(random, 0), source(random, 1), source(random, 2));
        Set<String> shown = new HashSet<>();
        int count = 12 + random.nextInt(20);
        int interval = 4 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            RuleSetSource source = sources.get(i * sources.size() / count);
            boolean isDecision = i < 2 || random.nextInt(10) < 7;
            if (isDecision && shown.add(source.digest())) {
                rows.add(Row.ruleSet(source));
            }
            String kind = isDecision ? "decision" : random.nextBoolean() ? "change" : "activation";
            Row entry = Row.entry(head, kind, isDecision ? decision(random, i, source.digest()) : other(random));
            rows.add(entry);
            head = new ChainHead(entry.sequence, entry.hash());
            if (i % interval == interval - 1) {
                rows.add(Row.checkpoint(KEY.sign(head, Row.AT.plusSeconds(i))));
            }
        }
        return new SampleExport(List.copyOf(rows));
    }

    private static RuleSetSource source(Random random, int number) {
        byte[] binary = new byte[8];
        random.nextBytes(binary);
        binary[0] = (byte) 0xFF;
        return RuleSetSource.of(Map.of(
                "ruleset.yaml", ("name: sample" + number + "\nowner: \"é\t\\\"\n").getBytes(UTF_8),
                "tables/margin.csv",
                        ("segment,limit\nretail," + random.nextInt(100) + "%\u0001\u007f\u2028\n").getBytes(UTF_8),
                "README.md", number == 1 ? binary : "# 日本 \uD83D\uDE00\n".getBytes(UTF_8)));
    }

    private static String decision(Random random, int number, String ruleSet) {
        return "{\"id\":\"d-%d\",\"account\":\"acc-%d\",\"time\":\"2026-11-23T08:00:00Z\",\"ruleSet\":\"%s\",\"by\":\"oms\",\"snapshot\":{\"marks\":[%s],\"note\":\"%s\"},\"decision\":{\"actions\":[{\"amount\":\"%d.5\"}],\"none\":null}}"
                .formatted(
                        number,
                        random.nextInt(9),
                        ruleSet,
                        random.nextInt(1_000) + "." + random.nextInt(10) + "e-1",
                        text(random),
                        random.nextInt(1_000));
    }

    private static String other(Random random) {
        return "{\"who\":\"%s\",\"nested\":{\"list\":[1,-2.50,true,{}],\"n\":%d}}"
                .formatted(text(random), random.nextInt(1_000));
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    long first() {
        return entries().getFirst().sequence;
    }

    List<Row> entries() {
        return rows.stream().filter(row -> row.is(Row.Type.ENTRY)).toList();
    }

    List<Row> checkpoints() {
        return rows.stream().filter(row -> row.is(Row.Type.CHECKPOINT)).toList();
    }

    byte[] bytes() {
        return bytes(rows);
    }

    /// The lines, each with its line break.
    static byte[] bytes(List<Row> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Row row : rows) {
            out.writeBytes(row.bytes);
            out.write('\n');
        }
        return out.toByteArray();
    }

    /// All entries sealed anew, as somebody does who can write the whole record.
    ///
    /// @param signer signs the checkpoints anew, each after the entry that it stands behind; null leaves them
    List<Row> resealed(List<Row> changed, @Nullable CheckpointKey signer) {
        Row first = entries().getFirst();
        return resealed(
                first.sequence == 1 ? ChainHead.GENESIS : new ChainHead(first.sequence - 1, first.previous()),
                changed,
                signer);
    }

    /// All entries sealed anew, after another entry.
    List<Row> resealed(ChainHead before, List<Row> changed, @Nullable CheckpointKey signer) {
        ChainHead head = before;
        List<Row> result = new ArrayList<>();
        for (Row row : changed) {
            Row anew = switch (row.type) {
                case ENTRY -> Row.entry(head, row.name, row.body);
                case CHECKPOINT -> signer == null ? row : Row.checkpoint(signer.sign(head, Row.AT));
                case RULE_SET, KEY -> row;
            };
            result.add(anew);
            if (anew.is(Row.Type.ENTRY)) {
                head = new ChainHead(anew.sequence, anew.hash());
            }
        }
        return result;
    }
}
