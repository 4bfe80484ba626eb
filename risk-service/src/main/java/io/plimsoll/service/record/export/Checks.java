package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.util.Arrays;
import java.util.Set;

/// The questions that decide, each in one place. No caller can leave one out; the tests answer each wrongly in
/// turn, to see that they notice.
class Checks {

    /// Whether the bytes of an entry give the hash beside it.
    boolean givesItsHash(EntryLine entry) {
        return entry.own().equals(entry.stated());
    }

    /// Whether an entry stands at its place.
    boolean isInPlace(EntryLine entry, long expected) {
        return entry.sequence() == expected;
    }

    /// Whether an entry names one of the hashes that the entry before it can be said to have.
    boolean follows(EntryLine entry, Set<String> hashes) {
        return hashes.contains(entry.previous());
    }

    /// Whether the first entry of a chain names no other before it.
    boolean isFirst(EntryLine entry) {
        return entry.previous().equals(ChainHead.GENESIS.hash());
    }

    /// Whether a checkpoint is of the entry before it.
    boolean standsAfterItsEntry(SignedCheckpoint signed, long sequence) {
        return signed.checkpoint().sequence() == sequence;
    }

    /// Whether a checkpoint names one of the hashes that its entry can be said to have.
    boolean agrees(SignedCheckpoint signed, Set<String> hashes) {
        return hashes.contains(signed.checkpoint().hash());
    }

    /// Whether a checkpoint was signed by a key.
    boolean isSigned(SignedCheckpoint signed, PublicCheckpointKey key) {
        return key.verifies(signed);
    }

    /// Whether a checkpoint of another file stands in the export as well.
    boolean isKept(OutsideCheckpoint outside, Set<String> inExport) {
        return inExport.contains(outside.text());
    }

    /// Whether the export goes as far as a checkpoint.
    boolean isReached(long sequence, long end) {
        return sequence <= end;
    }

    /// Whether the files of a decision's rule set stand before it.
    boolean hasRuleSet(RecordedDecision decision, Set<String> ruleSets) {
        return ruleSets.contains(decision.ruleSet());
    }

    /// Whether a line is the first of its kind and content.
    boolean isNew(boolean isFirst) {
        return isFirst;
    }

    /// Whether a decision was made again byte by byte.
    boolean isSame(byte[] recorded, byte[] again) {
        return Arrays.equals(recorded, again);
    }
}
