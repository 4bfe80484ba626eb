package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.Hashes;
import java.util.Map;
import java.util.Optional;

/// The body of an entry: strict JSON, and of a decision what verification needs.
///
/// @param decision for entries of that kind
record EntryBody(Optional<RecordedDecision> decision) {

    private static final EntryBody OTHER = new EntryBody(Optional.empty());

    /// @throws InvalidLineException if it is not strict JSON, or a decision that lacks something
    static EntryBody read(byte[] json, boolean isDecision) throws InvalidLineException {
        Map<String, JsonField> fields = StrictJson.fields(json);
        if (!isDecision) {
            return OTHER;
        }
        String ruleSet = text(fields, "ruleSet");
        if (!Hashes.isHash(ruleSet)) {
            throw lacks("ruleSet");
        }
        text(fields, "by");
        return new EntryBody(Optional.of(new RecordedDecision(
                text(fields, "id"),
                text(fields, "account"),
                text(fields, "time"),
                ruleSet,
                object(fields, "snapshot"),
                object(fields, "decision"))));
    }

    private static String text(Map<String, JsonField> fields, String name) throws InvalidLineException {
        String text = fields.getOrDefault(name, JsonField.OTHER).text();
        if (text.isEmpty()) {
            throw lacks(name);
        }
        return text;
    }

    private static byte[] object(Map<String, JsonField> fields, String name) throws InvalidLineException {
        JsonField field = fields.getOrDefault(name, JsonField.OTHER);
        if (!field.isFilledObject()) {
            throw lacks(name);
        }
        return field.object();
    }

    private static InvalidLineException lacks(String name) {
        return new InvalidLineException("is a decision without (%s), or with one that says nothing.".formatted(name));
    }
}
