package io.plimsoll.monitor.live;

import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.Gate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The same as [LiveBook] without any thrift: it evaluates every account and has the rules decide about every
/// breach after every operation, and forgets nothing.
final class NaiveBook {

    private final BookFacts facts;
    private final Gate gate;
    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<String, NaiveAccount> accounts = new TreeMap<>();
    private BookRules rules;
    private Instant time;
    private List<String> changes = new ArrayList<>();

    NaiveBook(BookFacts facts, BookRules rules, Gate gate, Instant time) {
        this.facts = facts;
        this.rules = rules;
        this.gate = gate;
        this.time = time;
    }

    /// One account with all it ever had.
    private static final class NaiveAccount {
        @Nullable
        BookAccount facts;

        boolean isBlind;

        @Nullable
        String failure;

        final Map<ThresholdKey, String> open = new HashMap<>();
        final Map<ThresholdKey, Integer> ordinals = new HashMap<>();
        final List<NaiveAction> actions = new ArrayList<>();
    }

    /// One action.
    private static final class NaiveAction {
        final String id;
        final String episode;
        final String kind;
        final Scope scope;
        long revision;

        @Nullable
        Instant deadline;

        ActionState state = ActionState.HELD;
        boolean isTold;

        NaiveAction(String id, String episode, String kind, Scope scope) {
            this.id = id;
            this.episode = episode;
            this.kind = kind;
            this.scope = scope;
        }
    }

    List<String> changed(String id) {
        NaiveAccount account = accounts.computeIfAbsent(id, any -> new NaiveAccount());
        account.facts = facts.find(id).orElse(null);
        account.isBlind = false;
        return everything();
    }

    List<String> take(List<Mark> moment) {
        boolean isAnyNew = moment.stream().anyMatch(mark -> !marks.containsKey(mark.id()));
        moment.forEach(mark -> marks.put(mark.id(), mark));
        if (isAnyNew) {
            accounts.values().forEach(account -> account.isBlind = false);
        }
        return everything();
    }

    List<String> rules(BookRules next) {
        rules = next;
        accounts.values().forEach(account -> account.isBlind = false);
        return everything();
    }

    List<String> time(Instant at) {
        time = at;
        accounts.values().forEach(account -> {
            account.isBlind = false;
            account.actions.stream()
                    .filter(action -> (action.state == ActionState.OPEN || action.state == ActionState.ACKNOWLEDGED)
                            && action.deadline != null
                            && !action.deadline.isAfter(at))
                    .forEach(action -> move(action, ActionState.EXPIRED));
        });
        return everything();
    }

    List<String> report(String id, ActionState state) {
        accounts.values().stream()
                .flatMap(account -> account.actions.stream())
                .filter(action -> action.id.equals(id) && action.state != state)
                .forEach(action -> move(action, state));
        return everything();
    }

    private List<String> everything() {
        accounts.forEach(this::evaluate);
        List<String> told = changes;
        changes = new ArrayList<>();
        return told;
    }

    private void evaluate(String id, NaiveAccount account) {
        if (account.facts == null) {
            account.failure = null;
            List.copyOf(account.open.keySet()).forEach(key -> close(account, key));
            return;
        }
        if (account.isBlind) {
            return;
        }
        try {
            Snapshot plain = account.facts.at(time, mark -> Optional.ofNullable(marks.get(mark)));
            Snapshot snapshot;
            List<Signal> calls;
            do {
                calls = calls(account);
                snapshot = plain.withSignals(calls);
                breaches(id, account, snapshot, rules.thresholds(snapshot));
            } while (!calls.equals(calls(account)));
            if (!account.open.isEmpty()) {
                decided(account, rules.decide(snapshot));
            }
            if (account.failure != null) {
                account.failure = null;
                changes.add(id + " decidable");
            }
        } catch (UndecidableAccountException e) {
            failed(id, account, e.reason());
        } catch (IllegalStateException e) {
            failed(id, account, "Deciding about it failed, which is a defect: " + e);
        }
    }

    /// Calls that were told, not met in time, and are still due.
    private List<Signal> calls(NaiveAccount account) {
        List<Signal> calls = new ArrayList<>();
        account.actions.stream()
                .filter(action -> action.state == ActionState.EXPIRED && action.deadline != null)
                .filter(action -> account.open.containsValue(action.episode))
                .sorted(Comparator.comparing((NaiveAction action) -> action.scope.id())
                        .thenComparing(action -> Objects.requireNonNull(action.deadline)))
                .forEach(action -> {
                    Instant deadline = Objects.requireNonNull(action.deadline);
                    long hours = (time.getEpochSecond() - deadline.getEpochSecond()) / 3_600;
                    boolean isKnown =
                            calls.stream().anyMatch(call -> call.subject().equals(action.scope.id()));
                    if (!isKnown) {
                        calls.add(new Signal(
                                "margin_call_overdue", action.scope.id(), BigDecimal.valueOf(hours), deadline));
                    }
                });
        return calls;
    }

    private void failed(String id, NaiveAccount account, String reason) {
        account.isBlind = reason.contains("account") || reason.contains("mark");
        if (!reason.equals(account.failure)) {
            account.failure = reason;
            changes.add(id + " undecidable: " + reason);
        }
    }

    private void breaches(String id, NaiveAccount account, Snapshot snapshot, List<Threshold> thresholds) {
        Set<ThresholdKey> present = new HashSet<>();
        thresholds.forEach(threshold -> present.add(threshold.key()));
        List.copyOf(account.open.keySet()).stream()
                .filter(key -> !present.contains(key))
                .forEach(key -> close(account, key));
        AccountRisk risk = AccountRisk.of(snapshot);
        for (Threshold threshold : thresholds) {
            ThresholdKey key = threshold.key();
            Optional<Ratio> reading = risk.reading(threshold.metric(), threshold.scope());
            boolean isOpen = account.open.containsKey(key);
            if (!isOpen && reading.filter(threshold::isCrossedBy).isPresent()) {
                String episode = id + " " + text(key) + " " + account.ordinals.merge(key, 1, Integer::sum);
                account.open.put(key, episode);
                changes.add("opened " + episode);
            } else if (isOpen && reading.filter(threshold::isClearedBy).isPresent()) {
                close(account, key);
            }
        }
    }

    static String text(ThresholdKey key) {
        return key.kind() + " " + key.scope() + " " + key.metric() + " " + key.highIsDangerous();
    }

    private void close(NaiveAccount account, ThresholdKey key) {
        String episode = account.open.remove(key);
        account.actions.stream()
                .filter(action -> action.episode.equals(episode))
                .filter(action -> action.state == ActionState.OPEN || action.state == ActionState.HELD)
                .forEach(action -> move(action, ActionState.CURED));
        changes.add("closed " + episode);
    }

    private void decided(NaiveAccount account, Decision decision) {
        long revision = account.facts == null ? 0 : account.facts.revision();
        Set<NaiveAction> asked = new HashSet<>();
        for (TriggeredAction triggered : decision.actions()) {
            String episode = triggered.breaches().stream()
                    .map(breach -> account.open.get(breach.threshold().key()))
                    .findFirst()
                    .orElseThrow();
            String kind = triggered.action().type();
            Scope scope = triggered.action().scope();
            List<NaiveAction> alike = account.actions.stream()
                    .filter(action -> action.kind.equals(kind) && action.scope.equals(scope))
                    .toList();
            Optional<NaiveAction> withheld = alike.stream()
                    .filter(action -> action.state == ActionState.HELD)
                    .findFirst();
            boolean isOut = alike.stream()
                    .anyMatch(action -> action.state.isOutstanding()
                            || (action.state == ActionState.EXPIRED && action.episode.equals(episode))
                            || (action.state == ActionState.DONE && action.revision >= revision));
            if (withheld.isEmpty() && isOut) {
                continue;
            }
            NaiveAction action = withheld.orElseGet(() -> {
                long attempt = 1
                        + alike.stream()
                                .filter(each -> each.episode.equals(episode))
                                .count();
                NaiveAction made =
                        new NaiveAction(episode + " " + kind + " " + scope + " " + attempt, episode, kind, scope);
                account.actions.add(made);
                return made;
            });
            action.revision = revision;
            action.deadline = triggered.action() instanceof MarginCall call ? call.deadline() : null;
            asked.add(action);
            if (gate.judge(action.id, triggered, decision, time).passes()) {
                action.state = ActionState.OPEN;
                changes.add("out " + action.id);
            } else if (!action.isTold) {
                changes.add("withheld " + action.id);
            }
            action.isTold = true;
        }
        account.actions.stream()
                .filter(action -> action.state == ActionState.HELD && !asked.contains(action))
                .forEach(action -> move(action, ActionState.EXPIRED));
    }

    private void move(NaiveAction action, ActionState to) {
        if (action.state == ActionState.HELD) {
            action.deadline = null;
        }
        action.state = to;
        changes.add(to + " " + action.id);
    }
}
