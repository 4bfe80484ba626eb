package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.Step.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one thing that must hold, read off what was done and nothing else: what is live was approved by enough
/// persons who had no hand in it, in exactly this form and on exactly this base; but for a broken glass in
/// its time and for what had been live in that way before.
final class WalkLog {

    private record Done(Step step, String live) {}

    private final List<Done> done = new ArrayList<>();
    private final Set<String> approved = new HashSet<>(Set.of("v0"));
    private final Map<String, Long> glass = new HashMap<>();
    private String live = "v0";

    /// Notes a step that was taken.
    ///
    /// @param now what is live after it
    /// @return what is wrong; empty if nothing is
    String add(Step step, String now) {
        done.add(new Done(step, live));
        String wrong = now.equals(live) ? overdue(step, now) : moved(step, now);
        live = now;
        return wrong;
    }

    private String overdue(Step step, String now) {
        Long until = glass.get(now);
        boolean isOver = step.kind() == Kind.TICK && until != null && step.now() >= until;
        return isOver && !approved.contains(now) && !isApproved(now, until)
                ? "what was published by breaking the glass outlived its time"
                : "";
    }

    private String moved(Step step, String now) {
        if (step.kind() == Kind.BREAK_GLASS) {
            glass.put(now, step.until());
            return approved.contains(live) || isApproved(live, Long.MAX_VALUE) ? "" : "glass broken twice";
        }
        boolean fine = approved.contains(now) || isApproved(now, Long.MAX_VALUE);
        if (fine) {
            approved.add(now);
            glass.remove(now);
        }
        return fine ? "" : "%s is live without the approvals that it needs".formatted(now);
    }

    /// Whether a change with this content has what it needs.
    private boolean isApproved(String content, long until) {
        Set<Integer> changes = new HashSet<>();
        done.forEach(each -> changes.add(each.step().change()));
        return changes.stream().anyMatch(change -> isApproved(change, content, until));
    }

    private boolean isApproved(int change, String content, long until) {
        Set<String> hands = new HashSet<>();
        Set<String> ayes = new HashSet<>();
        String current = "";
        String base = "";
        String breaker = "";
        int needed = Integer.MAX_VALUE;
        for (Done each : done) {
            Step step = each.step();
            if (step.change() != change) {
                continue;
            }
            switch (step.kind()) {
                case BEGIN, EDIT, REBASE -> {
                    hands.add(step.person());
                    ayes.clear();
                    current = step.content();
                    base = step.kind() == Kind.EDIT ? base : each.live();
                    breaker = "";
                    needed = Integer.MAX_VALUE;
                }
                case SUBMIT -> needed = step.needed();
                case BREAK_GLASS -> {
                    breaker = step.person();
                    needed = needed == Integer.MAX_VALUE ? step.needed() : needed;
                }
                case REJECT -> ayes.clear();
                case APPROVE, RATIFY -> {
                    String[] seen = step.seen().split("\\|", -1);
                    boolean inTime = step.kind() == Kind.APPROVE || step.now() < until;
                    if (seen[0].equals(current) && seen[2].equals(base) && inTime) {
                        ayes.add(step.person());
                    }
                }
                default -> {}
            }
        }
        ayes.removeAll(hands);
        ayes.remove(breaker);
        return current.equals(content) && ayes.size() >= needed;
    }
}
