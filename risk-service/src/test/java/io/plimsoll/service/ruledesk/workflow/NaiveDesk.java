package io.plimsoll.service.ruledesk.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The rules of the desk once more, written down flat and knowing nothing of the other: one class, mutable,
/// texts for states, and a condition for each step.
final class NaiveDesk implements WalkedDesk {

    private static final String FIRST = "v0";
    private static final Set<String> EDITABLE =
            Set.of("DRAFT", "CHECKED", "IN_REVIEW", "APPROVED", "REJECTED", "FAILED", "REVERTED");
    private static final Set<String> BOUND = Set.of("CHECKED", "IN_REVIEW", "APPROVED", "SCHEDULED");

    private static final class Change {
        String state = "DRAFT";
        String content = "";
        String base = "";
        String impact = "";
        String breaker = "";
        int needed;
        long time;
        final Set<String> hands = new HashSet<>();
        final Set<String> ayes = new HashSet<>();

        String asked() {
            return content + "|" + impact + "|" + base;
        }
    }

    private final Map<Integer, Change> changes = new TreeMap<>();
    private final Set<String> good = new HashSet<>(Set.of(FIRST));
    private String live = FIRST;
    private boolean provisional;

    @Override
    public String state(int change) {
        return changes.containsKey(change) ? changes.get(change).state : "";
    }

    @Override
    public String live() {
        return live;
    }

    /// What an approver would see of a change.
    String asked(int change) {
        return changes.containsKey(change) ? changes.get(change).asked() : "";
    }

    /// Whether somebody contributed to a change.
    boolean hasHandsOf(int change, String person) {
        return changes.containsKey(change) && changes.get(change).hands.contains(person);
    }

    boolean isProvisional() {
        return provisional;
    }

    @Override
    public boolean take(Step step) {
        Change c = changes.get(step.change());
        return switch (step.kind()) {
            case BEGIN -> begin(step, c);
            case TICK -> tick(step.now());
            case ROLL_BACK -> rollBack(step.content());
            default -> c != null && take(step, c);
        };
    }

    private boolean begin(Step step, Change c) {
        if (c != null) {
            return false;
        }
        Change fresh = new Change();
        changes.put(step.change(), fresh);
        return write(fresh, step.person(), step.content(), live);
    }

    private static boolean write(Change c, String person, String content, String base) {
        c.state = "DRAFT";
        c.content = content;
        c.base = base;
        c.hands.add(person);
        c.ayes.clear();
        return true;
    }

    private boolean take(Step step, Change c) {
        String s = c.state;
        String p = step.person();
        boolean mine = c.hands.contains(p);
        boolean onBase = c.base.equals(live);
        return switch (step.kind()) {
            case EDIT -> EDITABLE.contains(s) && write(c, p, step.content(), c.base);
            case CHECK -> s.equals("DRAFT") && onBase && !c.content.equals(c.base) && to(c, "CHECKED");
            case SUBMIT -> s.equals("CHECKED") && mine && onBase && ask(c, step) && to(c, "IN_REVIEW");
            case APPROVE -> s.equals("IN_REVIEW") && aye(c, p, step.seen()) && count(c, "APPROVED");
            case REJECT -> Set.of("IN_REVIEW", "APPROVED").contains(s) && !mine && to(c, "REJECTED");
            case WITHDRAW -> (EDITABLE.contains(s) || s.equals("STALE")) && mine && to(c, "WITHDRAWN");
            case REBASE -> (s.equals("DRAFT") || s.equals("STALE")) && write(c, p, step.content(), live);
            case PUBLISH -> s.equals("APPROVED") && onBase && !provisional && goLive(c);
            case SCHEDULE ->
                s.equals("APPROVED") && onBase && step.until() > step.now() && time(c, step) && to(c, "SCHEDULED");
            case CANCEL -> s.equals("SCHEDULED") && to(c, "APPROVED");
            case BREAK_GLASS ->
                onBase
                        && !provisional
                        && step.until() > step.now()
                        && ((s.equals("CHECKED") && ask(c, step)) || s.equals("IN_REVIEW"))
                        && breakGlass(c, step);
            case RATIFY ->
                s.equals("PROVISIONAL")
                        && step.now() < c.time
                        && !p.equals(c.breaker)
                        && aye(c, p, step.seen())
                        && ratify(c);
            case BEGIN, ROLL_BACK, TICK -> throw new AssertionError(step);
        };
    }

    private static boolean to(Change c, String state) {
        c.state = state;
        return true;
    }

    private static boolean ask(Change c, Step step) {
        c.impact = step.impact();
        c.needed = step.needed();
        return true;
    }

    private static boolean time(Change c, Step step) {
        c.time = step.until();
        return true;
    }

    private static boolean aye(Change c, String person, String seen) {
        return !c.hands.contains(person) && seen.equals(c.asked()) && c.ayes.add(person);
    }

    private static boolean count(Change c, String state) {
        return c.ayes.size() < c.needed || to(c, state);
    }

    private boolean breakGlass(Change c, Step step) {
        c.ayes.remove(step.person());
        c.breaker = step.person();
        c.time = step.until();
        c.state = "PROVISIONAL";
        activate(c.content, true);
        return true;
    }

    private boolean ratify(Change c) {
        if (c.ayes.size() >= c.needed) {
            c.state = "LIVE";
            provisional = false;
            good.add(live);
        }
        return true;
    }

    private boolean goLive(Change c) {
        c.state = "LIVE";
        activate(c.content, false);
        return true;
    }

    private boolean rollBack(String target) {
        boolean may = !target.equals(live) && good.contains(target);
        if (may) {
            activate(target, false);
        }
        return may;
    }

    private boolean tick(long now) {
        for (Change c : changes.values()) {
            if (c.state.equals("PROVISIONAL") && now >= c.time) {
                activate(c.base, false);
            }
        }
        // What was due first goes first.
        List<Change> due = new ArrayList<>(changes.values());
        due.sort(Comparator.comparingLong(c -> c.time));
        for (Change c : due) {
            if (c.state.equals("SCHEDULED") && now >= c.time && !provisional) {
                goLive(c);
            }
        }
        return true;
    }

    private void activate(String digest, boolean unreviewed) {
        live = digest;
        provisional = unreviewed;
        if (!unreviewed) {
            good.add(digest);
        }
        for (Change c : changes.values()) {
            if (BOUND.contains(c.state) && !c.base.equals(live)) {
                c.state = "STALE";
            } else if (c.state.equals("LIVE") && !c.content.equals(live)) {
                c.state = "SUPERSEDED";
            } else if (c.state.equals("PROVISIONAL") && !c.content.equals(live)) {
                c.state = "REVERTED";
            }
        }
    }
}
