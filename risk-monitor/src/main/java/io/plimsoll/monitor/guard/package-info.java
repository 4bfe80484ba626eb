/// What stands between proposed actions and the world: [Guards][io.plimsoll.monitor.guard.Guards] judges every
/// [Proposal][io.plimsoll.monitor.guard.Proposal] and lets it pass, or withholds it with reasons.
///
/// [price][io.plimsoll.monitor.guard.price] says whether marks are relied on,
/// [settings][io.plimsoll.model.guard] by which limits. No clock, no input or output and no randomness:
/// time is told with every call.
@NullMarked
package io.plimsoll.monitor.guard;

import org.jspecify.annotations.NullMarked;
