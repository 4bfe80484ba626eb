/// What to do about a breach: an [Action][io.plimsoll.model.action.Action] is content,
/// a [TriggeredAction][io.plimsoll.model.action.TriggeredAction] adds the reasons.
@NullMarked
package io.plimsoll.model.action;

import org.jspecify.annotations.NullMarked;
