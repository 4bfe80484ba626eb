package io.plimsoll.rules.fence;

/// What a generated class may not have.
///
/// @param code stable name of the kind of problem
/// @param type internal name of the class
/// @param method name of the method in which it is; empty if it is in none
/// @param what the reference or the construct, for people
record Finding(String code, String type, String method, String what) {}
