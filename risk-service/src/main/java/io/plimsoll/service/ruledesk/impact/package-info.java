/// What a change would do: the version that is live and the one that is proposed, side by side on the
/// accounts that were recorded last. For reviews while they wait
/// ([RecordedImpacts][io.plimsoll.service.ruledesk.impact.RecordedImpacts]), and with stress and curves in
/// the background ([ImpactRuns][io.plimsoll.service.ruledesk.impact.ImpactRuns]).
@NullMarked
package io.plimsoll.service.ruledesk.impact;

import org.jspecify.annotations.NullMarked;
