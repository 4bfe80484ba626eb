/// The rule set that answers: [LiveRules][io.plimsoll.service.rulesets.LiveRules] loads it at start and follows the
/// folder; `GET /v1/rulesets/live` shows it, and what became of the last edit.
@NullMarked
package io.plimsoll.service.rulesets;

import org.jspecify.annotations.NullMarked;
