/// The rule desk: how rule sets are changed where one person must not do it alone.
///
/// [workflow][io.plimsoll.service.ruledesk.workflow] says what may be done, and by whom.
@NullMarked
package io.plimsoll.service.ruledesk;

import org.jspecify.annotations.NullMarked;
