/// Examples that hold a rule set to its words: a [Scenario][io.plimsoll.rules.scenario.Scenario] is a snapshot and what
/// is expected of it. All scenarios of a rule set must pass before it goes live.
@NullMarked
package io.plimsoll.rules.scenario;

import org.jspecify.annotations.NullMarked;
