package io.plimsoll.monitor.episode;

/// Why an action is withheld, or what is to be known of one that is not.
///
/// @param code stable
/// @param text a sentence with the numbers
public record HoldReason(String code, String text) {}
