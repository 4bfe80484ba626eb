package io.plimsoll.service.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.rules.document.json.Sha256;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A decision as it is kept: with the snapshot that it is about, the version that made it, and who asked.
///
/// @param id a function of the snapshot's text and the version: who asks the same twice gets the same
///     decision, and it is kept once
/// @param account whom it is about
/// @param time the snapshot's own
/// @param ruleSet name of the rule set
/// @param files of the version that decided
/// @param actions the types of the actions, sorted
/// @param rules the rules behind the actions, sorted
/// @param written the decision without explanation, in its canonical form
/// @param body of the entry, as `docs/reference/record.md` describes it
public record DecisionEntry(
        String id,
        String account,
        Instant time,
        String ruleSet,
        RuleSetSource files,
        List<String> actions,
        List<String> rules,
        Text written,
        Text body) {

    /// What entries of decisions are called in the chain.
    public static final String KIND = "decision";

    /// The entry of a decision.
    ///
    /// @param snapshot as it was sent; a document that was read without a complaint
    /// @param written the decision without explanation, in its canonical form
    /// @param by who asked
    public static DecisionEntry of(
            RuleSetVersion version, Decision decision, byte[] snapshot, Text written, String by) {
        byte[] asked = JsonLayout.strip(snapshot);
        String id = id(version.digest(), asked);
        String account = decision.snapshot().account().id();
        Instant time = decision.snapshot().asOf();
        return new DecisionEntry(
                id,
                account,
                time,
                version.name(),
                version.source(),
                decision.actions().stream()
                        .map(triggered -> triggered.action().type())
                        .distinct()
                        .sorted()
                        .toList(),
                decision.actions().stream()
                        .flatMap(DecisionEntry::rules)
                        .distinct()
                        .sorted()
                        .toList(),
                written,
                body(id, account, time, version.digest(), by, asked, written.bytes()));
    }

    private static Stream<String> rules(TriggeredAction triggered) {
        return Stream.concat(
                triggered.chosenBy().stream().map(Provenance::rule),
                triggered.breaches().stream().map(breach -> breach.setBy().rule()));
    }

    private static String id(String version, byte[] snapshot) {
        byte[] start = ("plimsoll decision\n" + version + "\n").getBytes(UTF_8);
        ByteArrayOutputStream content = new ByteArrayOutputStream(start.length + snapshot.length);
        content.writeBytes(start);
        content.writeBytes(snapshot);
        return "dec_" + HexFormat.of().formatHex(Sha256.of(content.toByteArray()));
    }

    private static Text body(
            String id, String account, Instant time, String version, String by, byte[] snapshot, byte[] written) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(snapshot.length + written.length + 512);
        body.writeBytes("{\"id\":".getBytes(UTF_8));
        text(body, id);
        body.writeBytes(",\"account\":".getBytes(UTF_8));
        text(body, account);
        body.writeBytes(",\"time\":".getBytes(UTF_8));
        text(body, time.toString());
        body.writeBytes(",\"ruleSet\":".getBytes(UTF_8));
        text(body, version);
        body.writeBytes(",\"by\":".getBytes(UTF_8));
        text(body, by);
        body.writeBytes(",\"snapshot\":".getBytes(UTF_8));
        body.writeBytes(snapshot);
        body.writeBytes(",\"decision\":".getBytes(UTF_8));
        body.writeBytes(written);
        body.write('}');
        return Text.of(body.toByteArray());
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.write('"');
        body.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        body.write('"');
    }
}
