package io.plimsoll.service.live;

/// Something that became of an action.
///
/// @param sequence which of all that became of actions
/// @param action identifier of the action
/// @param document the action as it was then, as JSON on one line
public record ActionEvent(long sequence, String action, String document) {}
