package io.plimsoll.service.record.export;

import static io.plimsoll.service.record.export.Places.pick;

import io.plimsoll.service.record.chain.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What can be done to the files of rule sets.
final class RuleSetTampering {

    private RuleSetTampering() {}

    static Tampered changeRuleSet(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.RULE_SET));
        Row row = good.rows.get(place);
        String text = row.text();
        String changed = switch (random.nextInt(7)) {
            case 0 -> text.replaceFirst("retail", "Retail");
            case 1 -> text.replaceFirst("README.md", "READYOU.md");
            case 2 -> text.replaceFirst(",\"tables/margin.csv\":\"[^\"]*\"", "");
            case 3 -> text.replaceFirst("sha256:[0-9a-f]{64}", Hashes.of(row.bytes));
            case 4 -> text.replaceFirst("\\\\u0001", "\\\\u0002");
            case 5 -> text.replaceFirst("\"files\":\\{", "\"files\":{\"a.md\":\"\",");
            default -> text.replaceFirst("\\\\n", "\\\\u000A");
        };
        List<Row> rows = new ArrayList<>(good.rows);
        rows.set(place, row.with(changed));
        return Tampered.of("change rule set", rows, place + 1L, 0);
    }

    static Tampered removeRuleSet(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.RULE_SET));
        List<Row> rows = new ArrayList<>(good.rows);
        Row removed = rows.remove(place);
        int first = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).is(Row.Type.ENTRY) && rows.get(i).body.contains(removed.name))
                .findFirst()
                .orElseThrow();
        if (random.nextBoolean()) {
            rows.add(first + 1, removed);
        }
        return Tampered.of("remove rule set", rows, first + 1L, rows.get(first).sequence);
    }
}
