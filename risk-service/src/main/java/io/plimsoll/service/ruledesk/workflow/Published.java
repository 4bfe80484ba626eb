package io.plimsoll.service.ruledesk.workflow;

/// States in which the change is what is live.
public sealed interface Published extends ChangeState permits Live, Provisional {

    /// What was said of it.
    Review review();
}
