package io.plimsoll.service.ruledesk.workflow;

/// What an approval is for, to the bit.
///
/// @param content digest of the files
/// @param impact digest of what the change would do to the book
/// @param base digest of the version it would replace
public record Binding(String content, String impact, String base) {}
