package io.plimsoll.service.ruledesk.workflow;

/// One thing that somebody tries at a rule desk.
///
/// @param kind what
/// @param change number of the change; of no meaning to a rollback and to the clock
/// @param person who
/// @param content the files after an edit, a begin or a rebase; the target of a rollback
/// @param seen what an approval is for
/// @param impact of a submission
/// @param needed of a submission
/// @param now the time
/// @param until when a schedule is due, or a broken glass over
public record Step(
        Kind kind,
        int change,
        String person,
        String content,
        String seen,
        String impact,
        int needed,
        long now,
        long until) {

    /// What can be tried.
    public enum Kind {
        BEGIN,
        EDIT,
        CHECK,
        SUBMIT,
        APPROVE,
        REJECT,
        WITHDRAW,
        REBASE,
        PUBLISH,
        SCHEDULE,
        CANCEL,
        BREAK_GLASS,
        RATIFY,
        ROLL_BACK,
        /// The clock goes on, and the service does what is due.
        TICK
    }
}
