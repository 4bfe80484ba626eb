package io.plimsoll.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.Change;
import io.plimsoll.monitor.episode.Episode;
import io.plimsoll.monitor.episode.Gate;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Random operations on a live book and on a naive one, on a clock that only these operations move. After
/// each of them both must have told the same.
final class Walk {

    private static final int ACCOUNTS = 4;

    private final SplittableRandom random;
    private final Slip slip;
    private final Map<String, Facts> facts = new TreeMap<>();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, Episode> episodes = new HashMap<>();
    private final Map<String, LiveAction> actions = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final NaiveBook naive;
    private GeneratedRules rules;
    private LiveBook live;
    private Instant now = Instant.parse("2026-03-12T10:00:00Z");
    private int phase;
    private long revision;
    private int drawn;
    private int count;

    Walk(long seed, Slip slip) {
        this.random = new SplittableRandom(seed);
        this.slip = slip;
        this.rules = new GeneratedRules(random.nextInt(1_000_000));
        this.naive = new NaiveBook(account -> Optional.ofNullable(facts.get(account)), rules, this::judge, now);
        this.live = start();
    }

    /// Slips that a live book could have; [NONE][#NONE] is the real one.
    enum Slip {
        NONE,
        FORGETS_SMALL_MOVES,
        KEEPS_OLD_FACTS,
        KEEPS_OLD_RULES,
        LETS_EVERYTHING_OUT,
        LOSES_WHAT_FOLLOWS_A_DEADLINE,
        FORGETS_EPISODES_AT_A_START,
        ACTS_AGAIN_ON_OLD_FACTS,
        FORGETS_OVERDUE_CALLS
    }

    /// Rules that are not told of overdue calls.
    private record Untold(BookRules rules) implements BookRules {

        @Override
        public List<Threshold> thresholds(Snapshot snapshot) throws UndecidableAccountException {
            return rules.thresholds(without(snapshot));
        }

        @Override
        public Decision decide(Snapshot snapshot) throws UndecidableAccountException {
            return rules.decide(without(snapshot));
        }

        private static Snapshot without(Snapshot snapshot) {
            return new Snapshot(
                    snapshot.asOf(),
                    snapshot.account(),
                    snapshot.instruments(),
                    snapshot.collateral(),
                    snapshot.marks(),
                    List.of(),
                    snapshot.categories());
        }
    }

    private BookRules rulesOfTheLiveOne() {
        return slip == Slip.FORGETS_OVERDUE_CALLS ? new Untold(rules) : rules;
    }

    /// An account that stays as it is.
    private record Facts(Snapshot snapshot, long revision) implements BookAccount {

        @Override
        public Snapshot at(Instant asOf, Function<String, Optional<Mark>> marks) throws UndecidableAccountException {
            List<Mark> present = new ArrayList<>();
            for (Mark mark : snapshot.marks()) {
                present.add(marks.apply(mark.id())
                        .orElseThrow(() -> new UndecidableAccountException("There is no mark " + mark.id() + ".")));
            }
            return new Snapshot(
                    asOf,
                    snapshot.account(),
                    snapshot.instruments(),
                    snapshot.collateral(),
                    present,
                    snapshot.signals(),
                    snapshot.categories());
        }
    }

    /// What was told, over all operations.
    int count() {
        return count;
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            told.clear();
            int operation = random.nextInt(100);
            List<String> expected = operate(operation);
            assertThat(told.stream().sorted())
                    .as("operation %d (%d)", i, operation)
                    .containsExactlyElementsOf(expected.stream().sorted().toList());
            count += told.size();
        }
    }

    private List<String> operate(int dice) {
        if (dice < 62 && !marks.isEmpty()) {
            return marks();
        }
        if (dice < 70 || facts.size() < 2) {
            return put();
        }
        if (dice < 74) {
            return change();
        }
        if (dice < 75) {
            String account = any(List.copyOf(facts.keySet()));
            facts.remove(account);
            live.changed(account, now);
            return naive.changed(account);
        }
        if (dice < 77) {
            rules = new GeneratedRules(random.nextInt(1_000_000));
            if (slip != Slip.KEEPS_OLD_RULES) {
                live.rules(rulesOfTheLiveOne(), now);
            }
            return naive.rules(rules);
        }
        if (dice < 79) {
            return restart();
        }
        if (dice < 90) {
            now = now.plus(Duration.ofSeconds(random.nextInt(random.nextInt(8) == 0 ? 4_000 : 120)));
            phase++;
            live.time(slip == Slip.LOSES_WHAT_FOLLOWS_A_DEADLINE ? now.minusSeconds(30) : now);
            return naive.time(now);
        }
        return report();
    }

    private List<String> marks() {
        List<Mark> moment = new ArrayList<>();
        for (Mark mark : List.copyOf(marks.values())) {
            if (random.nextInt(marks.size()) == 0) {
                moment.add(moved(mark));
            }
        }
        moment.forEach(mark -> marks.put(mark.id(), mark));
        List<Mark> seen = slip == Slip.FORGETS_SMALL_MOVES && random.nextInt(10) == 0 ? List.of() : moment;
        live.take(seen, now);
        return naive.take(moment);
    }

    private Mark moved(Mark mark) {
        double most = random.nextInt(6) == 0 ? 0.3 : 0.03;
        BigDecimal factor = BigDecimal.valueOf(1 + most * (2 * random.nextDouble() - 1));
        BigDecimal price = mark.price().multiply(factor).setScale(12, RoundingMode.HALF_EVEN);
        boolean fits = price.signum() > 0 && price.precision() - price.scale() <= 20;
        return fits ? new Mark(mark.id(), price, mark.time(), mark.source()) : mark;
    }

    /// An account is new or becomes another one. Its new marks come with it, or later.
    private List<String> put() {
        int positions = random.nextInt(1, 3);
        Snapshot snapshot = (random.nextInt(3) > 0
                        ? RandomSnapshots.any(random, positions)
                        : RandomBooks.any(random, positions))
                .snapshot();
        String account = "a" + random.nextInt(ACCOUNTS);
        put(account, named(snapshot, account));
        List<Mark> unknown = snapshot.marks().stream()
                .filter(mark -> !marks.containsKey(mark.id()))
                .toList();
        List<String> expected = new ArrayList<>(changed(account));
        if (!unknown.isEmpty()) {
            unknown.forEach(mark -> marks.put(mark.id(), mark));
            live.take(unknown, now);
            expected.addAll(naive.take(unknown));
        }
        return expected;
    }

    private Snapshot named(Snapshot snapshot, String id) {
        Account drawnAs = snapshot.account();
        return snapshot.with(new Account(
                id,
                "s" + drawn++,
                drawnAs.marginMode(),
                drawnAs.currency(),
                drawnAs.balances(),
                drawnAs.positions(),
                drawnAs.targets(),
                drawnAs.orders(),
                drawnAs.category(),
                drawnAs.dayOpenEquity(),
                drawnAs.highWaterMark()));
    }

    /// Money comes or goes.
    private List<String> change() {
        String account = any(List.copyOf(facts.keySet()));
        Snapshot snapshot = facts.get(account).snapshot();
        List<Balance> balances = snapshot.account().balances();
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(-200, 1_000));
        put(account, balances.isEmpty() ? snapshot : RandomSnapshots.withMore(snapshot, amount));
        return changed(account);
    }

    private void put(String account, Snapshot snapshot) {
        facts.put(account, new Facts(snapshot, ++revision));
    }

    private List<String> changed(String account) {
        live.changed(account, now);
        return naive.changed(account);
    }

    private List<String> report() {
        List<LiveAction> open = actions.values().stream()
                .filter(action -> action.state() == ActionState.OPEN || action.state() == ActionState.ACKNOWLEDGED)
                .toList();
        if (open.isEmpty()) {
            return naive.take(List.of());
        }
        LiveAction action = any(open);
        ActionState state = action.state() == ActionState.OPEN && random.nextBoolean()
                ? ActionState.ACKNOWLEDGED
                : ActionState.DONE;
        assertThat(live.report(action.account(), action.id(), state, now))
                .hasValueSatisfying(reported -> assertThat(reported.state()).isEqualTo(state));
        return naive.report(text(action), state);
    }

    private List<String> restart() {
        live = start();
        live.recall(slip == Slip.FORGETS_EPISODES_AT_A_START ? List.of() : episodes.values(), actions.values());
        live.take(marks.values(), now);
        facts.keySet().forEach(account -> live.changed(account, now));
        // What can't be decided about is found out again.
        told.removeIf(text -> text.contains("decidable"));
        return naive.take(List.of());
    }

    private LiveBook start() {
        Map<String, Facts> seen = new HashMap<>();
        BookFacts holder = account -> Optional.ofNullable(
                slip == Slip.KEEPS_OLD_FACTS && seen.containsKey(account) && random.nextInt(4) == 0
                        ? seen.get(account)
                        : remember(seen, account));
        return new LiveBook(
                holder,
                rulesOfTheLiveOne(),
                slip == Slip.LETS_EVERYTHING_OUT ? this::pass : this::judge,
                this::write,
                now);
    }

    private Facts remember(Map<String, Facts> seen, String account) {
        Facts present = facts.get(account);
        Facts told = present != null && slip == Slip.ACTS_AGAIN_ON_OLD_FACTS
                ? new Facts(present.snapshot(), ++revision)
                : present;
        seen.put(account, told);
        return told;
    }

    private Gate.Verdict pass(String id, TriggeredAction action, Decision decision, Instant at) {
        return Gate.Verdict.PASSED;
    }

    private Gate.Verdict judge(String id, TriggeredAction action, Decision decision, Instant at) {
        int hash = 31 * action.action().type().hashCode()
                + action.action().scope().id().hashCode()
                + 17 * phase;
        return new SplittableRandom(hash).nextInt(3) > 0
                ? Gate.Verdict.PASSED
                : new Gate.Verdict(false, List.of(new HoldReason("drawn", "Withheld.")));
    }

    private void write(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Opened(Episode episode) -> {
                    episodes.put(episode.id(), episode);
                    told.add("opened " + text(episode));
                }
                case Change.Closed(Episode episode) -> {
                    episodes.put(episode.id(), episode);
                    told.add("closed " + text(episode));
                }
                case Change.Proposed proposed -> {
                    actions.put(proposed.action().id(), proposed.action());
                    told.add((proposed.action().state() == ActionState.OPEN ? "out " : "withheld ")
                            + text(proposed.action()));
                }
                case Change.Moved(LiveAction action) -> {
                    actions.put(action.id(), action);
                    told.add(action.state() + " " + text(action));
                }
                case Change.Undecidable(String account, String reason, Instant at) ->
                    told.add(account + " undecidable: " + reason);
                case Change.Decidable(String account, Instant at) -> told.add(account + " decidable");
            }
        }
    }

    private static String text(Episode episode) {
        return episode.account() + " " + NaiveBook.text(episode.key()) + " " + episode.ordinal();
    }

    private String text(LiveAction action) {
        return Stream.of(text(episodes.get(action.episode())), action.type(), action.scope(), action.attempt())
                .map(Object::toString)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
