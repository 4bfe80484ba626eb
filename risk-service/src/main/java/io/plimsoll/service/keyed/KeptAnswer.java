package io.plimsoll.service.keyed;

import io.plimsoll.service.record.Text;
import java.util.Optional;

/// An answer, so that it can be given again.
///
/// @param status of the response
/// @param etag header of the same name
/// @param location header of the same name
/// @param body JSON, or nothing
public record KeptAnswer(int status, Optional<String> etag, Optional<String> location, Text body) {}
