package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.Checkpoint;
import io.plimsoll.service.record.chain.Hashes;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What can be done to an export.
enum Tampering {
    CHANGE_BYTE {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = random.nextInt(good.rows.size());
            byte[] bytes = good.rows.get(place).bytes.clone();
            int at = random.nextInt(bytes.length);
            byte before = bytes[at];
            while (bytes[at] == before) {
                bytes[at] =
                        random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (before ^ 1 << random.nextInt(8));
            }
            return inLine(good, place, bytes);
        }
    },
    DELETE_BYTE {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = random.nextInt(good.rows.size());
            byte[] bytes = good.rows.get(place).bytes;
            int at = random.nextInt(bytes.length);
            return inLine(
                    good, place, joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length)));
        }
    },
    INSERT_BYTE {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = random.nextInt(good.rows.size());
            byte[] bytes = good.rows.get(place).bytes;
            int at = random.nextInt(bytes.length + 1);
            byte[] more = {(byte) (random.nextBoolean() ? random.nextInt(256) : " \n\r\t0}".charAt(random.nextInt(6)))};
            // A break before or after a line leaves it whole; the empty line beside it is what is found.
            int off = more[0] == '\n' && at == bytes.length ? 1 : 0;
            Tampered found = inLine(
                    good,
                    place,
                    joined(joined(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length)));
            return new Tampered(found.what, found.export, found.line + off, 0, List.of(), true);
        }
    },
    DELETE_ENTRY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> isInner(good, row));
            return gap(good, place, place + 1);
        }
    },
    DELETE_RUN {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> isInner(good, row));
            int last = good.rows.indexOf(good.entries().getLast());
            return gap(good, place, place + 1 + random.nextInt(last - place));
        }
    },
    CUT_HEAD {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> isInner(good, row));
            List<Row> rows = new ArrayList<>(good.rows);
            rows.subList(0, place).removeIf(Row::isOfChain);
            return Tampered.of(name(), rows, 1 + nextOfChain(rows, 0), good.first());
        }
    },
    INSERT_ENTRY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(
                    good,
                    random,
                    row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
            Row before = good.rows.get(place);
            List<Row> rows = new ArrayList<>(good.rows);
            rows.add(
                    place + 1, Row.entry(new ChainHead(before.sequence, before.hash()), "change", "{\"forged\":true}"));
            return Tampered.of(name(), rows, 1 + nextOfChain(rows, place + 2), before.sequence + 1);
        }
    },
    DUPLICATE_LINE {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = random.nextInt(good.rows.size());
            int to = place + 1 + random.nextInt(good.rows.size() - place);
            List<Row> rows = new ArrayList<>(good.rows);
            rows.add(to, good.rows.get(place));
            return Tampered.of(name(), rows, to + 1L, 0);
        }
    },
    SWAP_ENTRIES {
        @Override
        Tampered of(SampleExport good, Random random) {
            int one = pick(good, random, row -> row.is(Row.Type.ENTRY));
            int other = pick(good, random, row -> row.is(Row.Type.ENTRY) && row != good.rows.get(one));
            List<Row> rows = new ArrayList<>(good.rows);
            Collections.swap(rows, one, other);
            return Tampered.of(name(), rows, 1L + Math.min(one, other), good.rows.get(Math.min(one, other)).sequence);
        }
    },
    MOVE_ENTRY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int from = pick(
                    good,
                    random,
                    row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
            int to = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence > good.rows.get(from).sequence);
            List<Row> rows = new ArrayList<>(good.rows);
            rows.add(to, rows.remove(from));
            return Tampered.of(name(), rows, 1 + nextOfChain(rows, from), good.rows.get(from).sequence);
        }
    },
    REVERSE_RUN {
        @Override
        Tampered of(SampleExport good, Random random) {
            int from = pick(
                    good,
                    random,
                    row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
            int to = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence > good.rows.get(from).sequence);
            List<Row> rows = new ArrayList<>(good.rows);
            Collections.reverse(rows.subList(from, to + 1));
            return Tampered.of(name(), rows, from + 1L, good.rows.get(from).sequence);
        }
    },
    REPLACE_ENTRY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(
                    good,
                    random,
                    row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
            Row row = good.rows.get(place);
            List<Row> rows = new ArrayList<>(good.rows);
            Row other = good.resealed(
                            rows.subList(0, place + 1).stream()
                                    .map(each -> each == row ? row.withBody(changed(row.body)) : each)
                                    .toList(),
                            null)
                    .getLast();
            rows.set(place, other);
            return Tampered.of(name(), rows, 1 + nextOfChain(rows, place + 1), row.sequence);
        }
    },
    REHASH {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pickConfirmed(good, random);
            Row row = good.rows.get(place);
            List<Row> rows = new ArrayList<>(good.rows);
            rows.set(place, row.withBody(changed(row.body)));
            return Tampered.of(name(), good.resealed(rows, null), 1 + nextCheckpoint(rows, place), row.sequence);
        }
    },
    REHASH_WITHOUT_ENTRY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pickConfirmed(good, random);
            long sequence = good.rows.get(place).sequence;
            Row checkpoint = good.rows.get((int) nextCheckpoint(good.rows, place));
            List<Row> rows = new ArrayList<>(good.rows);
            rows.remove(place);
            rows = good.resealed(rows, null);
            // Its checkpoints stay behind the entries of their numbers, as an export would place them.
            rows.removeIf(row -> row.is(Row.Type.CHECKPOINT) && row.sequence >= sequence);
            int at = indexOf(rows, Row.Type.ENTRY, checkpoint.sequence);
            rows.add(at < 0 ? rows.size() : at + 1, checkpoint);
            return Tampered.of(name(), rows, 1L + rows.indexOf(checkpoint), sequence);
        }
    },
    REHASH_AND_SIGN_WITH_OTHER_KEY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pickConfirmed(good, random);
            Row row = good.rows.get(place);
            List<Row> rows = new ArrayList<>(good.rows);
            rows.set(place, row.withBody(changed(row.body)));
            List<Row> forged = good.resealed(rows, SampleExport.OTHER_KEY);
            forged.set(0, Row.key(SampleExport.OTHER_KEY.publicKey()));
            long line = 1L
                    + IntStream.range(0, rows.size())
                            .filter(i -> forged.get(i).is(Row.Type.CHECKPOINT))
                            .findFirst()
                            .orElseThrow();
            return Tampered.of(name(), forged, line, 0);
        }
    },
    REHASH_AND_SIGN_WITH_STOLEN_KEY {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pickConfirmed(good, random);
            Row row = good.rows.get(place);
            Row checkpoint = good.rows.get((int) nextCheckpoint(good.rows, place));
            List<Row> rows = new ArrayList<>(good.rows);
            rows.set(place, row.withBody(changed(row.body)));
            rows = good.resealed(rows, SampleExport.KEY);
            return Tampered.of(
                    name(),
                    rows,
                    1L + indexOf(rows, Row.Type.ENTRY, checkpoint.sequence),
                    row.sequence,
                    List.of(checkpoint));
        }
    },
    CUT_TAIL {
        @Override
        Tampered of(SampleExport good, Random random) {
            long confirmed = good.checkpoints().getLast().sequence;
            int place = pick(
                    good,
                    random,
                    row -> row.is(Row.Type.ENTRY) && row.sequence <= confirmed && row.sequence > good.first());
            List<Row> rows = new ArrayList<>(good.rows.subList(0, place));
            return Tampered.of(name(), rows, rows.size() + 1L, good.rows.get(place).sequence, good.checkpoints());
        }
    },
    CUT_IN_LINE {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = random.nextInt(good.rows.size());
            byte[] bytes = good.rows.get(place).bytes;
            byte[] rest = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            return new Tampered(
                    name(),
                    joined(SampleExport.bytes(good.rows.subList(0, place)), rest),
                    place + 1L,
                    0,
                    List.of(),
                    true);
        }
    },
    REMOVE_CHECKPOINT {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> row.is(Row.Type.CHECKPOINT) && row.sequence >= good.first());
            List<Row> rows = new ArrayList<>(good.rows);
            Row removed = rows.remove(place);
            long next = place;
            while (next < rows.size() && !rows.get((int) next).is(Row.Type.ENTRY)) {
                next++;
            }
            return Tampered.of(name(), rows, next + 1, removed.sequence, good.checkpoints());
        }
    },
    MOVE_CHECKPOINT {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> row.is(Row.Type.CHECKPOINT));
            Row moved = good.rows.get(place);
            int to = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence != moved.sequence);
            List<Row> rows = new ArrayList<>(good.rows);
            rows.add(to + 1, moved);
            rows.remove(to < place ? place + 1 : place);
            return Tampered.of(name(), rows, 1L + rows.indexOf(moved), 0);
        }
    },
    FORGE_CHECKPOINT {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> row.is(Row.Type.CHECKPOINT));
            List<Row> rows = new ArrayList<>(good.rows);
            Row row = good.rows.get(place);
            rows.set(place, forged(row, random));
            return Tampered.of(name(), rows, place + 1L, row.sequence >= good.first() ? row.sequence : 0);
        }
    },
    CHANGE_RULE_SET {
        @Override
        Tampered of(SampleExport good, Random random) {
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
            return Tampered.of(name(), rows, place + 1L, 0);
        }
    },
    REMOVE_RULE_SET {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> row.is(Row.Type.RULE_SET));
            List<Row> rows = new ArrayList<>(good.rows);
            Row removed = rows.remove(place);
            int first = IntStream.range(0, rows.size())
                    .filter(i ->
                            rows.get(i).is(Row.Type.ENTRY) && rows.get(i).body.contains(removed.name))
                    .findFirst()
                    .orElseThrow();
            if (random.nextBoolean()) {
                rows.add(first + 1, removed);
            }
            return Tampered.of(name(), rows, first + 1L, rows.get(first).sequence);
        }
    },
    WRONG_FIELD_OF_DECISION {
        @Override
        Tampered of(SampleExport good, Random random) {
            int place = pick(good, random, row -> row.name.equals("decision"));
            String field = List.of("id", "account", "time", "ruleSet", "by", "snapshot", "decision")
                    .get(random.nextInt(7));
            String value =
                    List.of("null", "\"\"", "{}", "[]", "0", "true", "[\"x\"]").get(random.nextInt(7));
            return signedAfter(good, place, body -> withField(body, field, random.nextInt(5) == 0 ? null : value));
        }
    },
    LOOSE_JSON {
        @Override
        Tampered of(SampleExport good, Random random) {
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
    },
    LOOSE_FRAME {
        @Override
        Tampered of(SampleExport good, Random random) {
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
                    place,
                    row.with("{\"hash\":\"" + Hashes.of(changed.getBytes(UTF_8)) + "\",\"entry\":" + changed + "}"));
            return Tampered.of(name(), rows, place + 1L, row.sequence);
        }
    },
    SKIP_A_NUMBER {
        @Override
        Tampered of(SampleExport good, Random random) {
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
            return Tampered.of(name(), rows, place + 1L, good.rows.get(place).sequence);
        }
    };

    abstract Tampered of(SampleExport good, Random random);

    private static Tampered inLine(SampleExport good, int place, byte[] bytes) {
        List<Row> rows = new ArrayList<>(good.rows);
        Row row = rows.set(place, good.rows.get(place).with(bytes));
        return Tampered.of("byte", rows, place + 1L, row.is(Row.Type.ENTRY) ? row.sequence : 0);
    }

    private static Tampered gap(SampleExport good, int from, int to) {
        List<Row> rows = new ArrayList<>(good.rows);
        Row first = good.rows.get(from);
        rows.subList(from, to).removeIf(Row::isOfChain);
        return Tampered.of("gap", rows, 1 + nextOfChain(rows, from), first.sequence);
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

    private static String changed(String body) {
        return body.substring(0, body.length() - 1) + ",\"changed\":1}";
    }

    private static Row forged(Row row, Random random) {
        Checkpoint other = new Checkpoint(
                row.sequence,
                random.nextBoolean()
                        ? Hashes.of(row.bytes)
                        : row.text()
                                .substring(
                                        row.text().indexOf("sha256:"),
                                        row.text().indexOf("sha256:") + 71),
                Row.AT.plusNanos(1_000),
                SampleExport.KEY.id());
        byte[] noise = new byte[SignedCheckpoint.SIGNATURE_LENGTH];
        random.nextBytes(noise);
        Checkpoint byOther = new Checkpoint(other.sequence(), other.hash(), other.at(), SampleExport.OTHER_KEY.id());
        return switch (random.nextInt(8)) {
            case 0 -> row.with(new SignedCheckpoint(other, noise).line());
            case 1 -> row.with(new SignedCheckpoint(other, new byte[noise.length]).line());
            case 2 -> row.with(SampleExport.OTHER_KEY.sign(byOther).line());
            case 3 ->
                row.with(new SignedCheckpoint(
                                other, SampleExport.OTHER_KEY.sign(byOther).signature())
                        .line());
            case 4 -> row.with(row.text().replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"\""));
            case 5 -> row.with(row.text().replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":null"));
            case 6 -> row.with(row.text().replaceFirst(",\"signature\":\"[^\"]*\"", ""));
            default -> row.with(row.text().replaceFirst("\"key\":\"[0-9a-f]*\"", "\"key\":\"\""));
        };
    }

    private static boolean isInner(SampleExport good, Row row) {
        return row.is(Row.Type.ENTRY)
                && row.sequence > good.first()
                && row != good.entries().getLast();
    }

    private static int pick(SampleExport good, Random random, Predicate<Row> which) {
        int[] places = IntStream.range(0, good.rows.size())
                .filter(i -> which.test(good.rows.get(i)))
                .toArray();
        return places[random.nextInt(places.length)];
    }

    private static int pickConfirmed(SampleExport good, Random random) {
        long confirmed = good.checkpoints().getLast().sequence;
        return pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence <= confirmed);
    }

    private static long nextOfChain(List<Row> rows, int from) {
        return IntStream.range(from, rows.size())
                .filter(i -> rows.get(i).isOfChain())
                .findFirst()
                .orElseThrow();
    }

    private static long nextCheckpoint(List<Row> rows, int from) {
        return IntStream.range(from, rows.size())
                .filter(i -> rows.get(i).is(Row.Type.CHECKPOINT))
                .findFirst()
                .orElseThrow();
    }

    private static int indexOf(List<Row> rows, Row.Type type, long sequence) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).is(type) && rows.get(i).sequence == sequence)
                .findFirst()
                .orElse(-1);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
