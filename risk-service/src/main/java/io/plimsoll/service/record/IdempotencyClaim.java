package io.plimsoll.service.record;

/// A caller's key for a request: the same key stands for the same request, and gets the same answer, however
/// often it is sent.
///
/// @param caller whose key it is; two callers may use the same
/// @param key as sent
/// @param request SHA-256 of what was asked, in hexadecimal digits
public record IdempotencyClaim(String caller, String key, String request) {

    /// Whether this is the same request as the one that a key was used for.
    boolean isFor(String earlier) {
        return request.equals(earlier);
    }

    /// The key among those of all callers.
    Name name() {
        return new Name(caller, key);
    }

    /// A key among those of all callers.
    record Name(String caller, String key) {}
}
