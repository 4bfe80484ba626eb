package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An example with something done to it. The same seed gives the same bytes on every machine.
final class MutatedRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What hostile or mistaken clients write in place of a value.
    private static final List<String> VALUES = List.of(
            "null", "true", "[]", "{}", "\"\"", "0", "-0", "-1", "1", "0.000000000000000001", "99999999999999999999",
            "-99999999999999999999", "100000000000000000000", "1e19", "1e20", "1e999999999", "1e-999999999", "NaN",
            "\"NaN\"", "\"1e5\"", "\"0x1\"", "\" 1\"", "\"1,5\"", "\"retail\"", "\"alt\"", "\"unheard-of\"",
            "\"BTCUSDT\"", "\"USDT\"", "\"CROSS\"", "\"ISOLATED\"", "\"LINEAR_FUTURE\"", "\"1970-01-01T00:00:00Z\"",
            "\"2200-01-01T00:00:00Z\"", "\"2024-02-30T00:00:00Z\"", "\"\\ud800\"", "\"\\u0000\"", "\"'; drop table\"",
            "[[[[]]]]", "{\"a\":{\"b\":1}}", "123456789012345678.123456789012345678", "\"-5\"", "\"0.5\"", "\"1000\"");

    private MutatedRequest() {}

    static byte[] of(long seed) {
        Random random = new Random(seed);
        List<String> names = Examples.names();
        byte[] valid = Examples.request(names.get(random.nextInt(names.size())));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> damaged(valid, random);
            case 4 -> uncovered(valid);
            default -> changed(valid, random);
        };
    }

    /// An account that no rule covers.
    private static byte[] uncovered(byte[] valid) {
        return new String(valid, UTF_8).replace("\"major\"", "\"minor\"").getBytes(UTF_8);
    }

    /// Bytes flipped, cut out, or repeated.
    private static byte[] damaged(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(3)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> spliced(bytes, at, at + length);
            default -> spliced(bytes, at + length, at);
        };
    }

    private static byte[] spliced(byte[] bytes, int headEnd, int tailStart) {
        byte[] result = new byte[headEnd + bytes.length - tailStart];
        System.arraycopy(bytes, 0, result, 0, headEnd);
        System.arraycopy(bytes, tailStart, result, headEnd, bytes.length - tailStart);
        return result;
    }

    /// One to three values replaced, removed, doubled or scaled.
    private static byte[] changed(byte[] valid, Random random) {
        try {
            JsonNode root = JSON.readTree(valid);
            List<String> replacements = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(root, random, replacements);
            }
            String text = JSON.writeValueAsString(root);
            for (int i = 0; i < replacements.size(); i++) {
                text = text.replace("\"@" + i + "@\"", replacements.get(i));
            }
            return text.getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(JsonNode root, Random random, List<String> replacements) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        if (fields.isEmpty()) {
            return;
        }
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(field);
            case 1 -> object.set("x" + field, object.get(field));
            case 2, 3 -> object.set(field, scaled(object.get(field), random));
            default -> {
                object.put(field, "@" + replacements.size() + "@");
                replacements.add(VALUES.get(random.nextInt(VALUES.size())));
            }
        }
    }

    private static JsonNode scaled(JsonNode value, Random random) {
        if (value instanceof ArrayNode array && !array.isEmpty()) {
            return array.deepCopy().add(array.get(random.nextInt(array.size())));
        }
        String text = value.asText();
        return text.matches("-?[0-9.]+")
                ? TextNode.valueOf((random.nextBoolean() ? "-" : "") + text.replace("-", "") + random.nextInt(10))
                : value;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
