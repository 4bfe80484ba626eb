/// What the rule desk keeps: [changes][io.plimsoll.service.ruledesk.store.Changes] with their revisions and
/// approvals, and the [line][io.plimsoll.service.ruledesk.store.Activations] of what was live. Everything
/// happens in transactions of the caller's.
@NullMarked
package io.plimsoll.service.ruledesk.store;

import org.jspecify.annotations.NullMarked;
