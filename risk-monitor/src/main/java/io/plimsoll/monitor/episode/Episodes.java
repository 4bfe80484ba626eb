package io.plimsoll.monitor.episode;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The episodes of a book.
///
/// An action goes out once for its episode, through the gate. While it is outstanding, or is done and the
/// account's facts are not newer than the decision that asked for it, nothing of its kind goes out for the
/// same scope. One that has run out does not go out again in its episode.
///
/// Not for use by several threads at once.
public final class Episodes {

    private final Consumer<Change> changes;
    private final Map<String, AccountEpisodes> accounts = new HashMap<>();

    // So that a tick of the clock costs what is outstanding, not what is open.
    private final Set<String> withheld = new TreeSet<>();
    private final Set<String> dated = new TreeSet<>();
    private final Set<String> untaken = new TreeSet<>();
    private final Set<String> overdue = new TreeSet<>();

    /// @param changes told of each change when it happens
    public Episodes(Consumer<Change> changes) {
        this.changes = changes;
    }

    /// Takes over an episode from before a start; of those that have ended the last one of each threshold.
    public void recall(Episode episode) {
        of(episode.account()).recall(episode);
    }

    /// Takes over an action from before a start: those of open episodes, those that are outstanding, and those
    /// that are done by facts which are not newer yet.
    public void recall(LiveAction action) {
        of(action.account()).recall(action);
        note(action);
    }

    /// What is in breach.
    public Collection<ThresholdKey> open(String account) {
        AccountEpisodes episodes = accounts.get(account);
        return episodes == null ? List.of() : episodes.openKeys();
    }

    /// A threshold is crossed.
    public void open(String account, Threshold threshold, Ratio observed, Instant at) {
        of(account).open(threshold, observed, at);
    }

    /// A breach is over.
    public void close(String account, ThresholdKey key, Instant at) {
        of(account).close(key, at);
    }

    /// Ends the episodes of thresholds that an account does not have any more.
    public void keepOnly(String account, Set<ThresholdKey> present, Instant at) {
        AccountEpisodes episodes = accounts.get(account);
        if (episodes != null) {
            episodes.keepOnly(present, at);
        }
    }

    /// Takes what is to be done by a decision.
    ///
    /// @param decision with the same breaches as the account has open episodes, but for hysteresis
    /// @param revision of the account's facts, which grows when they change
    public void decided(String account, Decision decision, long revision, Instant at, Gate gate) {
        of(account).decided(decision, revision, at, gate);
    }

    /// Ends what has a deadline that has passed.
    ///
    /// @return the accounts that this happened to, in order
    public Collection<String> expire(Instant now) {
        return List.copyOf(dated).stream()
                .filter(account -> of(account).expire(now))
                .toList();
    }

    /// The accounts with actions that are withheld, in order.
    public Collection<String> withheld() {
        return List.copyOf(withheld);
    }

    /// The accounts with [overdue calls][#overdue], in order.
    public Collection<String> overdue() {
        overdue.removeIf(account -> of(account).overdue().isEmpty());
        return List.copyOf(overdue);
    }

    /// What [OverdueCalls] says of an account at a moment.
    public List<Signal> overdue(String account, Instant now) {
        return overdue.contains(account) ? OverdueCalls.signals(of(account).overdue(), now) : List.of();
    }

    /// The actions that have gone out and that nobody has taken on, in the order of their accounts.
    public List<LiveAction> untaken() {
        return untaken.stream()
                .flatMap(account -> of(account).actions().stream())
                .filter(action -> action.state() == ActionState.OPEN)
                .toList();
    }

    /// Withholds an action that was to go out, before anybody was told of it.
    ///
    /// @return the action then
    public LiveAction withhold(LiveAction action, List<HoldReason> reasons) {
        LiveAction withheld = of(action.account()).withhold(action, reasons);
        note(withheld);
        return withheld;
    }

    /// Withholds an action of [#untaken].
    public void takeBack(LiveAction action, List<HoldReason> reasons, Instant at) {
        of(action.account()).takeBack(action, reasons, at);
    }

    /// An action that is outstanding, or is of an open episode.
    public Optional<LiveAction> action(String account, String id) {
        AccountEpisodes episodes = accounts.get(account);
        return episodes == null ? Optional.empty() : Optional.ofNullable(episodes.action(id));
    }

    /// What an order-management system says of an action.
    ///
    /// @throws IllegalArgumentException if it can't say so of an action in this state
    public LiveAction report(LiveAction action, ActionState to, Instant at) {
        if (!to.canFollow(action.state())) {
            throw new IllegalArgumentException(
                    "The action %s is %s and can't become %s.".formatted(action.id(), action.state(), to));
        }
        return of(action.account()).report(action, to, at);
    }

    private AccountEpisodes of(String account) {
        return accounts.computeIfAbsent(account, id -> new AccountEpisodes(id, this::tell));
    }

    private void tell(Change change) {
        switch (change) {
            case Change.Proposed proposed -> note(proposed.action());
            case Change.Moved moved -> note(moved.action());
            case Change.Opened _, Change.Closed _, Change.Undecidable _, Change.Decidable _ -> {}
        }
        changes.accept(change);
    }

    private void note(LiveAction action) {
        String account = action.account();
        Collection<LiveAction> actions = of(account).actions();
        keep(withheld, account, actions, each -> each.state() == ActionState.HELD);
        keep(untaken, account, actions, each -> each.state() == ActionState.OPEN);
        keep(dated, account, actions, each -> each.hasGoneOut() && each.deadline() != null);
        keep(overdue, account, actions, LiveAction::isOverdue);
    }

    private static void keep(
            Set<String> set, String account, Collection<LiveAction> actions, Predicate<LiveAction> which) {
        if (actions.stream().anyMatch(which)) {
            set.add(account);
        } else {
            set.remove(account);
        }
    }
}
