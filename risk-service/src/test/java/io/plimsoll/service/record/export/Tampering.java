package io.plimsoll.service.record.export;

import java.util.Random;
import java.util.function.BiFunction;

/// What can be done to an export.
enum Tampering {
    CHANGE_BYTE(ByteTampering::change),
    DELETE_BYTE(ByteTampering::delete),
    INSERT_BYTE(ByteTampering::insert),
    DELETE_ENTRY(OrderTampering::deleteEntry),
    DELETE_RUN(OrderTampering::deleteRun),
    CUT_HEAD(OrderTampering::cutHead),
    INSERT_ENTRY(OrderTampering::insertEntry),
    DUPLICATE_LINE(OrderTampering::duplicateLine),
    SWAP_ENTRIES(OrderTampering::swapEntries),
    MOVE_ENTRY(OrderTampering::moveEntry),
    REVERSE_RUN(OrderTampering::reverseRun),
    REPLACE_ENTRY(OrderTampering::replaceEntry),
    REHASH(HashTampering::rehash),
    REHASH_WITHOUT_ENTRY(HashTampering::rehashWithoutEntry),
    REHASH_AND_SIGN_WITH_OTHER_KEY(HashTampering::rehashAndSignWithOtherKey),
    REHASH_AND_SIGN_WITH_STOLEN_KEY(HashTampering::rehashAndSignWithStolenKey),
    REHASH_FROM_ANOTHER_BEGINNING(HashTampering::rehashFromAnotherBeginning),
    CUT_TAIL(OrderTampering::cutTail),
    CUT_IN_LINE(ByteTampering::cutInLine),
    REMOVE_CHECKPOINT(CheckpointTampering::removeCheckpoint),
    MOVE_CHECKPOINT(CheckpointTampering::moveCheckpoint),
    FORGE_CHECKPOINT(CheckpointTampering::forgeCheckpoint),
    CHANGE_RULE_SET(RuleSetTampering::changeRuleSet),
    REMOVE_RULE_SET(RuleSetTampering::removeRuleSet),
    WRONG_FIELD_OF_DECISION(WriterFault::wrongFieldOfDecision),
    LOOSE_JSON(WriterFault::looseJson),
    LOOSE_FRAME(WriterFault::looseFrame),
    SKIP_A_NUMBER(WriterFault::skipANumber);

    // References to methods, which hold nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<SampleExport, Random, Tampered> made;

    Tampering(BiFunction<SampleExport, Random, Tampered> made) {
        this.made = made;
    }

    Tampered of(SampleExport good, Random random) {
        return made.apply(good, random);
    }
}
