package io.plimsoll.service.caller;

/// What somebody may do.
public enum Role {
    /// May look.
    VIEWER,
    /// An order-management system: asks, and takes actions.
    OMS,
    /// Writes rules.
    OFFICER,
    /// Approves what others wrote.
    APPROVER,
    /// Runs the service.
    OPERATOR,
    /// Reads everything.
    AUDITOR
}
