package io.plimsoll.service.record.export;

import static io.plimsoll.service.record.export.Places.pick;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// What a writer can do wrong that seals and signs it as it should be.
final class WriterFault {

    private WriterFault() {}

    static Tampered wrongFieldOfDecision(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.name.equals("decision"));
        String field = List.of("id", "account", "time", "ruleSet", "by", "snapshot", "decision")
                .get(random.nextInt(7));
        String value =
                List.of("null", "\"\"", "{}", "[]", "0", "true", "[\"x\"]").get(random.nextInt(7));
        return signedAfter(good, place, body -> withField(body, field, random.nextInt(5) == 0 ? null : value));
    }

    static Tampered looseJson(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.ENTRY));
        String more = List.of(
                        ",\"a\":1,\"a\":1",
                        ",\"a\":{\"b\":1,\"\\u0062\":2}",
                        "}{",
                        ",\"a\":NaN",
                        ",\"a\":01",
                        ",\"a\":1.",
                        ",\"a\":'x'",
                        ",",
                        ",\"a\":Infinity",
                        ",\"a\":" + "[".repeat(101) + "]".repeat(101),
                        "}}",
                        ",\"a\":\"\\x\"",
                        ",\"a\":+1",
                        ",\"a\":.5",
                        ",\"a\":[1,]",
                        ",\"a\":undefined",
                        ",\"a\":\"\\u12\"",
                        "},\"extra\":{",
                        "},\"sequence\":{",
                        ",\"a\":/**/1",
                        ",\"a\":-",
                        ",\"a\":1e",
                        ",a:1",
                        ",\"a\":True",
                        ",\"a\"",
                        ",\"a\":\u0661")
                .get(random.nextInt(26));
        return signedAfter(good, place, body -> body.substring(0, body.length() - 1) + more + "}");
    }

    static Tampered looseFrame(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.ENTRY));
        Row row = good.rows.get(place);
        String json = row.text().substring(90, row.text().length() - 1);
        String changed = switch (random.nextInt(10)) {
            case 0 -> json.replaceFirst("\"sequence\":\\d+", "\"sequence\":null");
            case 1 -> json.replaceFirst("\"sequence\":", "\"sequence\":0");
            case 2 -> json.replaceFirst("\"previous\":\"[^\"]*\"", "\"previous\":null");
            case 3 -> json.replaceFirst("\"previous\":\"[^\"]*\"", "\"previous\":\"\"");
            case 4 -> json.replaceFirst("\"kind\":\"[^\"]*\"", "\"kind\":\"\"");
            case 5 -> json.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"2026-02-30T00:00:00.000000Z\"");
            case 6 -> json.replaceFirst("\"kind\":\"[^\"]*\",", "");
            case 7 -> json.replaceFirst("\"body\":.*", "\"body\":null}");
            case 8 -> json.replaceFirst("\\{\"sequence\"", "{ \"sequence\"");
            default -> json.replaceFirst("\"sequence\":", "\"sequence\":7,\"sequence\":");
        };
        List<Row> rows = new ArrayList<>(good.rows);
        rows.set(
                place, row.with("{\"hash\":\"" + Hashes.of(changed.getBytes(UTF_8)) + "\",\"entry\":" + changed + "}"));
        return Tampered.of("loose frame", rows, place + 1L, row.sequence);
    }

    static Tampered skipANumber(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence > good.first());
        List<Row> rows = new ArrayList<>(good.rows.subList(0, place));
        ChainHead head = null;
        for (Row row : rows) {
            head = row.is(Row.Type.ENTRY) ? new ChainHead(row.sequence, row.hash()) : head;
        }
        head = new ChainHead(head.sequence() + 1, head.hash());
        for (Row row : good.rows.subList(place, good.rows.size())) {
            if (row.is(Row.Type.ENTRY)) {
                rows.add(Row.entry(head, row.name, row.body));
                head = new ChainHead(rows.getLast().sequence, rows.getLast().hash());
            } else {
                rows.add(row.is(Row.Type.CHECKPOINT) ? Row.checkpoint(SampleExport.KEY.sign(head, Row.AT)) : row);
            }
        }
        return Tampered.of("skip a number", rows, place + 1L, good.rows.get(place).sequence);
    }

    /// A fault of whoever writes the record: everything after it is sealed and signed as it should be.
    private static Tampered signedAfter(SampleExport good, int place, UnaryOperator<String> fault) {
        Row row = good.rows.get(place);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.set(place, row.withBody(fault.apply(row.body)));
        return Tampered.of("fault", good.resealed(rows, SampleExport.KEY), place + 1L, row.sequence);
    }

    private static String withField(String body, String field, String value) {
        String pattern = switch (field) {
            case "snapshot" -> "\"snapshot\":\\{.*\\},\"decision\"";
            case "decision" -> ",\"decision\":.*\\}";
            default -> "\"" + field + "\":\"[^\"]*\",";
        };
        String other = value == null ? "" : "\"" + field + "\":" + value;
        String replacement = switch (field) {
            case "snapshot" -> other + (other.isEmpty() ? "" : ",") + "\"decision\"";
            case "decision" -> (other.isEmpty() ? "" : ",") + other + "}";
            default -> other + (other.isEmpty() ? "" : ",");
        };
        return body.replaceFirst(pattern, replacement);
    }
}
