package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.record.chain.Chain;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.SealedEntry;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.time.Instant;

/// A line of a test's export, with what it was made of.
final class Row {

    enum Type {
        ENTRY,
        CHECKPOINT,
        RULE_SET,
        KEY
    }

    static final Instant AT = Instant.parse("2026-11-23T08:00:00.000001Z");

    final Type type;
    final long sequence;
    final String name;
    final String body;
    final byte[] bytes;

    private Row(Type type, long sequence, String name, String body, byte[] bytes) {
        this.type = type;
        this.sequence = sequence;
        this.name = name;
        this.body = body;
        this.bytes = bytes;
    }

    static Row entry(ChainHead head, String kind, String body) {
        SealedEntry sealed = Chain.seal(head, kind, AT.plusMillis(head.sequence()), body.getBytes(UTF_8));
        return new Row(Type.ENTRY, sealed.sequence(), kind, body, sealed.line());
    }

    static Row checkpoint(SignedCheckpoint signed) {
        return new Row(
                Type.CHECKPOINT,
                signed.checkpoint().sequence(),
                signed.checkpoint().key(),
                "",
                signed.line());
    }

    static Row ruleSet(RuleSetSource source) {
        return new Row(Type.RULE_SET, 0, source.digest(), "", RuleSetLine.of(source));
    }

    static Row key(PublicCheckpointKey key) {
        return new Row(Type.KEY, 0, key.id(), "", key.line());
    }

    /// The same thing with other bytes.
    Row with(byte[] other) {
        return new Row(type, sequence, name, body, other);
    }

    Row with(String other) {
        return with(other.getBytes(UTF_8));
    }

    Row withBody(String other) {
        return new Row(type, sequence, name, other, bytes);
    }

    String text() {
        return new String(bytes, UTF_8);
    }

    /// The hash that the line states.
    String hash() {
        return text().substring(9, 80);
    }

    /// The hash of the entry before, that the line names.
    String previous() {
        int start = text().indexOf("\"previous\":\"") + 12;
        return text().substring(start, start + 71);
    }

    boolean is(Type other) {
        return type == other;
    }

    boolean isOfChain() {
        return type == Type.ENTRY || type == Type.CHECKPOINT;
    }
}
