package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.Step.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Some steps at random, tried on a desk and on the naive one; more than half of them such that they make
/// sense.
public final class Walk {

    private static final Map<String, List<Kind>> SENSIBLE = Map.ofEntries(
            Map.entry("", List.of(Kind.BEGIN)),
            Map.entry("DRAFT", List.of(Kind.CHECK, Kind.CHECK, Kind.EDIT, Kind.REBASE)),
            Map.entry("CHECKED", List.of(Kind.SUBMIT, Kind.SUBMIT, Kind.SUBMIT, Kind.BREAK_GLASS)),
            Map.entry(
                    "IN_REVIEW",
                    List.of(Kind.APPROVE, Kind.APPROVE, Kind.APPROVE, Kind.APPROVE, Kind.BREAK_GLASS, Kind.REJECT)),
            Map.entry(
                    "APPROVED",
                    List.of(
                            Kind.PUBLISH,
                            Kind.PUBLISH,
                            Kind.PUBLISH,
                            Kind.SCHEDULE,
                            Kind.SCHEDULE,
                            Kind.EDIT,
                            Kind.REJECT)),
            Map.entry("SCHEDULED", List.of(Kind.TICK, Kind.TICK, Kind.CANCEL)),
            Map.entry("PROVISIONAL", List.of(Kind.RATIFY, Kind.RATIFY, Kind.RATIFY, Kind.TICK, Kind.ROLL_BACK)),
            Map.entry("LIVE", List.of(Kind.ROLL_BACK, Kind.TICK)),
            Map.entry("SUPERSEDED", List.of(Kind.ROLL_BACK)),
            Map.entry("REJECTED", List.of(Kind.EDIT, Kind.WITHDRAW)),
            Map.entry("STALE", List.of(Kind.REBASE)),
            Map.entry("FAILED", List.of(Kind.EDIT)),
            Map.entry("REVERTED", List.of(Kind.EDIT, Kind.ROLL_BACK)),
            Map.entry("WITHDRAWN", List.of(Kind.TICK)));

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<String> PERSONS = List.of("ada", "ben", "cem", "dee");
    private static final int CHANGES = 3;
    private static final int CONTENTS = 5;

    private final Random random;
    private final WalkedDesk desk;
    private final NaiveDesk naive = new NaiveDesk();
    private final WalkLog log = new WalkLog();
    private final List<Step> taken = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private long now = 1_000;

    public Walk(long seed, WalkedDesk desk) {
        this.random = new Random(seed);
        this.desk = desk;
    }

    /// How often each kind of step was taken.
    public Map<Kind, Integer> counts() {
        return counts;
    }

    /// Goes some steps.
    ///
    /// @return the first thing that is wrong; empty if nothing is
    public String go(int steps) {
        for (int i = 0; i < steps; i++) {
            Step drawn = step();
            Step step = desk.possible(drawn, naive.asked(drawn.change()));
            boolean expected = naive.take(step);
            boolean took = desk.take(step);
            if (took) {
                taken.add(step);
                counts.merge(step.kind(), 1, Integer::sum);
            }
            String wrong = took ? log.add(step, desk.live()) : "";
            if (wrong.isEmpty()) {
                wrong = difference(step, expected, took);
            }
            if (!wrong.isEmpty()) {
                return "%s, after %s".formatted(wrong, taken);
            }
        }
        return "";
    }

    private String difference(Step step, boolean expected, boolean took) {
        if (expected != took) {
            return "%s was %s".formatted(step, took ? "taken" : "refused");
        }
        for (int change = 0; change < CHANGES; change++) {
            if (!naive.state(change).equals(desk.state(change))) {
                return "change %d is %s and should be %s".formatted(change, desk.state(change), naive.state(change));
            }
        }
        return naive.live().equals(desk.live()) ? "" : "%s is live, not %s".formatted(desk.live(), naive.live());
    }

    private Step step() {
        now += random.nextInt(10);
        int change = random.nextInt(CHANGES);
        List<Kind> sensible = SENSIBLE.get(naive.state(change));
        Kind kind = random.nextInt(10) < 7
                ? sensible.get(random.nextInt(sensible.size()))
                : KINDS.get(random.nextInt(KINDS.size()));
        String person = person(kind, change);
        String content = "v" + random.nextInt(CONTENTS);
        // Sometimes what was approved is what the change was, or another change is.
        String seen = random.nextInt(8) == 0
                ? "v%d|i%d|%s".formatted(random.nextInt(CONTENTS), random.nextInt(2), naive.live())
                : naive.asked(change);
        return new Step(
                kind,
                change,
                person,
                content,
                seen,
                "i" + random.nextInt(2),
                1 + random.nextInt(2),
                now,
                now + random.nextInt(40) - 2);
    }

    /// Anybody; half of the time, if there is one, somebody who may take the step.
    private String person(Kind kind, int change) {
        int first = random.nextInt(PERSONS.size());
        boolean suited = random.nextBoolean();
        for (int i = 0; suited && i < PERSONS.size(); i++) {
            String person = PERSONS.get((first + i) % PERSONS.size());
            boolean contributed = naive.hasHandsOf(change, person);
            boolean may = switch (kind) {
                case SUBMIT, WITHDRAW -> contributed;
                case APPROVE, REJECT, RATIFY -> !contributed;
                default -> true;
            };
            if (may) {
                return person;
            }
        }
        return PERSONS.get(first);
    }
}
