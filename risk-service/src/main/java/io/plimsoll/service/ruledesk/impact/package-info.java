/// What a change would do: the version that is live and the one that is proposed, side by side on the
/// accounts that were recorded last.
@NullMarked
package io.plimsoll.service.ruledesk.impact;

import org.jspecify.annotations.NullMarked;
