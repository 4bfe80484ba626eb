/// Which version is live: [LiveRuleSet][io.plimsoll.rules.live.LiveRuleSet] swaps one reference and disposes of the old
/// version after its last user; [RuleSetWatcher][io.plimsoll.rules.live.RuleSetWatcher] publishes what is saved in a
/// folder, if it passes the checks.
@NullMarked
package io.plimsoll.rules.live;

import org.jspecify.annotations.NullMarked;
