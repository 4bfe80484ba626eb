/// What a decision can say about the rules behind it: [places][io.plimsoll.model.rule.SourcePlace] and
/// [table rows][io.plimsoll.model.rule.ThresholdRow].
@NullMarked
package io.plimsoll.model.rule;

import org.jspecify.annotations.NullMarked;
