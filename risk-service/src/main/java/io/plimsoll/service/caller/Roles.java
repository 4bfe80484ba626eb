package io.plimsoll.service.caller;

/// The names of the [roles][Role], for annotations, which take no enum.
public final class Roles {

    /// [Role#VIEWER].
    public static final String VIEWER = "viewer";
    /// [Role#OMS].
    public static final String OMS = "oms";
    /// [Role#OFFICER].
    public static final String OFFICER = "officer";
    /// [Role#APPROVER].
    public static final String APPROVER = "approver";
    /// [Role#OPERATOR].
    public static final String OPERATOR = "operator";
    /// [Role#AUDITOR].
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
