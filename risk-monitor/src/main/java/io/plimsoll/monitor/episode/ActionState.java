package io.plimsoll.monitor.episode;

/// What has become of an action.
public enum ActionState {
    /// The guards withhold it; nobody may act on it.
    HELD,
    /// It is to be done.
    OPEN,
    /// Somebody has taken it on.
    ACKNOWLEDGED,
    /// Whoever took it on says that it is done.
    DONE,
    /// The breach was over before anybody took it on.
    CURED,
    /// Its deadline has passed, or the rules no longer ask for it.
    EXPIRED;

    /// Whether something may still come of it: there is no second one of its kind meanwhile.
    public boolean isOutstanding() {
        return switch (this) {
            case HELD, OPEN, ACKNOWLEDGED -> true;
            case DONE, CURED, EXPIRED -> false;
        };
    }

    /// Whether an order-management system may report this of an action that is in a state.
    ///
    /// @param present the state that the action is in
    public boolean canFollow(ActionState present) {
        return switch (this) {
            case ACKNOWLEDGED -> present == OPEN;
            case DONE -> present == OPEN || present == ACKNOWLEDGED;
            case HELD, OPEN, CURED, EXPIRED -> false;
        };
    }
}
