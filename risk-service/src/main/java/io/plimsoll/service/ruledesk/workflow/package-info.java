/// The life of a change to a rule set, as types: each state has the steps that are legal in it, and no others.
///
/// [Draft][io.plimsoll.service.ruledesk.workflow.Draft] →
/// [Checked][io.plimsoll.service.ruledesk.workflow.Checked] →
/// [InReview][io.plimsoll.service.ruledesk.workflow.InReview] →
/// [Approved][io.plimsoll.service.ruledesk.workflow.Approved] →
/// ([Scheduled][io.plimsoll.service.ruledesk.workflow.Scheduled]) →
/// [Live][io.plimsoll.service.ruledesk.workflow.Live] →
/// [Superseded][io.plimsoll.service.ruledesk.workflow.Superseded]. Pure: no clock, no input or output; the
/// time is given to the steps that depend on it.
@NullMarked
package io.plimsoll.service.ruledesk.workflow;

import org.jspecify.annotations.NullMarked;
