package io.plimsoll.rules.document.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.snapshot.GoodDocument;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A decision is written in one form, which explains itself.
final class DecisionWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isWrittenLikeThis() throws Exception {
        String written = pretty(DecisionWriter.write(Decisions.withCash("-2500"), true));

        assertThat(written).isEqualTo(resource("decision.json"));
    }

    @Test
    void aQuietAccountHasThresholdsAndNoActions() throws Exception {
        JsonNode decision = JSON.readTree(DecisionWriter.write(Decisions.withCash("1000000"), false));

        assertThat(decision.at("/thresholds/0/crossed").booleanValue()).isFalse();
        assertThat(decision.at("/thresholds/0/distance/value").textValue()).startsWith("-0.0");
        assertThat(decision.has("explanation")).isFalse();
    }

    @Test
    void aRatioThatNoNumberReachesHasNoValue() throws Exception {
        JsonNode decision = JSON.readTree(DecisionWriter.write(Decisions.withCash("-10000"), false));

        assertThat(decision.at("/metrics/marginRatio").toString()).isEqualTo("{\"value\":null,\"exact\":\"1/0\"}");
        assertThat(decision.at("/metrics/allocations/0/drift").isNull()).isTrue();
        assertThat(decision.at("/actions/0/summary").textValue()).contains("(unbounded) is at or above 0.05");
    }

    @Test
    void whatNoTradeBringsBackIsNamed() throws Exception {
        String text = GoodDocument.with(
                "\"haircut\": \"0.05\", \"lotSize\": \"0.0001\"", "\"haircut\": \"0.05\", \"lotSize\": \"0.6\"");
        Snapshot snapshot = SnapshotReader.read(text.getBytes(StandardCharsets.UTF_8));
        JsonNode actions = JSON.readTree(DecisionWriter.write(Decisions.decide(snapshot), false))
                .at("/actions");
        JsonNode rebalance = actions.get(actions.size() - 1);

        assertThat(rebalance.at("/stillOutside").toString()).isEqualTo("[{\"type\":\"ALLOCATION\",\"id\":\"BTC\"}]");
        assertThat(rebalance.at("/summary").textValue())
                .endsWith(
                        " BTC stays outside its band: no trade in whole lots, large enough and paid for, leads there.");
    }

    @Test
    void theTreeIsTheText() throws Exception {
        Decision decision = Decisions.withCash("-2500");

        assertThat(JSON.writeValueAsBytes(DecisionWriter.tree(decision, true)))
                .isEqualTo(DecisionWriter.write(decision, true));
    }

    @Test
    void theSameSnapshotGivesTheSameBytesInAnyLocale() {
        Decision decision = Decisions.withCash("-2500");
        byte[] written = DecisionWriter.write(decision, true);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));

            Snapshot again = SnapshotReader.read(SnapshotWriter.write(decision.snapshot()));

            assertThat(DecisionWriter.write(Decisions.decide(again), true)).isEqualTo(written);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anActionIsNamedByItsContent() {
        List<String> ids = ids(Decisions.withCash("-2500"));

        assertThat(ids).hasSize(3).doesNotHaveDuplicates().allMatch(id -> id.matches("act_[0-9a-f]{32}"));
        assertThat(ids(Decisions.withCash("-2500.00"))).isEqualTo(ids);
        assertThat(ids(Decisions.withCash("-2500.01"))).doesNotContain(ids.getFirst());
        assertThat(ids(another(version -> version + "1"))).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void theNearestShockIsPartOfEveryDecision() throws Exception {
        JsonNode decision = JSON.readTree(DecisionWriter.write(Decisions.withCash("-2500"), false));

        assertThat(decision.at("/nearestThreshold/metric").textValue()).isEqualTo("UNREALISED_PNL");
        assertThat(decision.at("/nearestThreshold/mark").textValue()).isEqualTo("BTCUSDT");
        assertThat(decision.at("/nearestThreshold/shock").textValue()).isEqualTo("0.07");
    }

    @Test
    void nearestComesFirst() {
        List<NearestDocument> nearest = DecisionWriter.document(Decisions.withCash("1000000"), true)
                .explanation()
                .nearest();

        assertThat(nearest)
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo((left, right) -> right.relativeDistance()
                        .value()
                        .compareTo(left.relativeDistance().value()));
    }

    private static Decision another(UnaryOperator<String> version) {
        Decision decision = Decisions.withCash("-2500");
        return new Decision(
                decision.snapshot(),
                decision.ruleSet(),
                version.apply(decision.version()),
                decision.risk(),
                decision.thresholds(),
                decision.actions(),
                decision.firings());
    }

    private static List<String> ids(Decision decision) {
        List<String> ids = new ArrayList<>();
        DecisionWriter.document(decision, false).actions().forEach(action -> ids.add(action.id()));
        return ids;
    }

    private static String pretty(byte[] json) throws IOException {
        return JSON.readTree(json).toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = DecisionWriterTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
