package io.plimsoll.rules.document.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A good document is read exactly, and written in one form.
final class SnapshotReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsWhatIsWritten() {
        Snapshot snapshot = SnapshotReader.read(GoodDocument.bytes());

        assertThat(snapshot.asOf()).isEqualTo(Instant.parse("2020-03-12T10:00:00Z"));
        assertThat(snapshot.account().marginMode()).isEqualTo(MarginMode.CROSS);
        assertThat(snapshot.account().positions().getFirst().instrument()).isEqualTo("BTCUSDT");
        assertThat(snapshot.mark("BTCUSDT").time()).isEqualTo(Instant.parse("2020-03-12T09:59:58.250Z"));
        assertThat(snapshot.account().targets()).hasSize(2);
        assertThat(snapshot.signals()).hasSize(1);
    }

    @Test
    void computesTheMaintenanceAmountThatIsLeftOut() {
        String without = GoodDocument.with("\"maintenanceAmount\": \"50\", ", "");

        assertThat(SnapshotReader.read(without.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SnapshotReader.read(GoodDocument.bytes()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2, 2",
        "2.0, 2",
        "'\"2.00\"', 2",
        "2e0, 2",
        "'\"2E+0\"', 2",
        "0.1, 0.1",
        "0.123456789012345678, 0.123456789012345678",
        "99999999999999999999.999999999999999999, 99999999999999999999.999999999999999999",
        "-0.30000000000000004, -0.30000000000000004",
    })
    void numbersAreExact(String written, BigDecimal value) {
        byte[] json =
                GoodDocument.with("\"quantity\": 2", "\"quantity\": " + written).getBytes(StandardCharsets.UTF_8);

        assertThat(SnapshotReader.read(json).account().positions().getFirst().quantity())
                .isEqualTo(value);
    }

    @Test
    void listsMayBeLeftOutOrNull() {
        String bare = """
                {"asOf": "2020-03-12T10:00:00Z", "instruments": [], "marks": [], "signals": null,
                 "account": {"id": "A", "segment": "s", "marginMode": "CROSS", "currency": "USDT", "targets": null}}
                """;

        Snapshot snapshot = SnapshotReader.read(bare.getBytes(StandardCharsets.UTF_8));

        assertThat(snapshot.account().positions()).isEmpty();
        assertThat(snapshot.account().targets()).isEmpty();
        assertThat(snapshot.signals()).isEmpty();
    }

    @Test
    void aStreamAndATreeGiveTheSame() throws Exception {
        Snapshot snapshot = SnapshotReader.read(GoodDocument.bytes());

        assertThat(SnapshotReader.read(new ByteArrayInputStream(GoodDocument.bytes())))
                .isEqualTo(snapshot);
        assertThat(SnapshotReader.read(JSON.readTree(GoodDocument.bytes()))).isEqualTo(snapshot);
    }

    @Test
    void theOrderOfFieldsAndEntriesIsIrrelevant() throws Exception {
        Snapshot snapshot = SnapshotReader.read(GoodDocument.bytes());
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            JsonNode shuffled = shuffled(JSON.readTree(GoodDocument.bytes()), random);

            assertThat(SnapshotReader.read(JSON.writeValueAsBytes(shuffled))).isEqualTo(snapshot);
        }
    }

    @Test
    void whatIsWrittenIsReadAsTheSameAndWrittenTheSame() {
        for (long seed = 0; seed < 2_000; seed++) {
            Snapshot snapshot = RandomSnapshots.of(seed);

            byte[] written = SnapshotWriter.write(snapshot);
            Snapshot read = SnapshotReader.read(written);

            assertThat(read).as("seed %d", seed).isEqualTo(snapshot);
            assertThat(SnapshotWriter.write(read)).as("seed %d", seed).isEqualTo(written);
        }
    }

    @Test
    void theCanonicalFormIsPlain() {
        String written =
                new String(SnapshotWriter.write(SnapshotReader.read(GoodDocument.bytes())), StandardCharsets.UTF_8);

        assertThat(written)
                .startsWith("{\"asOf\":\"2020-03-12T10:00:00Z\",\"account\":{\"id\":\"A-1\",\"segment\":\"retail\",")
                .contains("\"positions\":[{\"instrument\":\"BTCUSDT\",\"quantity\":\"2\",\"entryPrice\":\"8000.5\"},")
                .contains("\"multiplier\":\"1\"")
                .doesNotContain("\n", "null");
    }

    @Test
    void theDigestIsThatOfTheContent() {
        Snapshot snapshot = SnapshotReader.read(GoodDocument.bytes());
        byte[] sameButSpelledDifferently =
                GoodDocument.with("\"quantity\": 2", "\"quantity\": \"2.000\"").getBytes(StandardCharsets.UTF_8);
        byte[] other = GoodDocument.with("\"quantity\": 2", "\"quantity\": 3").getBytes(StandardCharsets.UTF_8);

        assertThat(SnapshotWriter.digest(snapshot)).matches("sha256:[0-9a-f]{64}");
        assertThat(SnapshotWriter.digest(SnapshotReader.read(sameButSpelledDifferently)))
                .isEqualTo(SnapshotWriter.digest(snapshot));
        assertThat(SnapshotWriter.digest(SnapshotReader.read(other))).isNotEqualTo(SnapshotWriter.digest(snapshot));
    }

    /// Fields and entries in another order; margin tiers, whose order means something, keep it.
    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            names.forEach(
                    name -> copy.set(name, name.equals("tiers") ? node.get(name) : shuffled(node.get(name), random)));
            return copy;
        }
        if (node.isArray()) {
            List<JsonNode> entries = new ArrayList<>();
            node.forEach(entry -> entries.add(shuffled(entry, random)));
            Collections.shuffle(entries, random);
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            return copy.addAll(entries);
        }
        return node;
    }
}
