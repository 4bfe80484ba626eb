package io.plimsoll.monitor.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomAllocations;
import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.line.RandomThresholds;
import io.plimsoll.monitor.line.Watched;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Beside evaluating every account at every shock.
final class BookExposureTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 400);
    private static final List<ThresholdKind> KINDS = List.of(ThresholdKind.values());
    private static final Set<ThresholdKind> ALL = EnumSet.allOf(ThresholdKind.class);

    private final AtomicLong crossed = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();

    private record Member(Snapshot snapshot, List<Threshold> thresholds) {}

    @Test
    void tellsWhatEvaluatingEveryAccountAtEveryShockWouldTell() {
        RandomCases.forAll(CASES, random -> {
            List<Signal> betas = betas(random);
            List<Member> book = book(random, random.nextInt(1, 5), betas);
            ShockGrid grid = grid(random);
            String mark = random.nextInt(3) == 0 ? anyMark(random, book) : null;
            BookExposure exposure = exposure(book, shocks(mark, betas, grid));
            assertSame(exposure, plain(book, mark, grid));
        });
        assertThat(crossed).as("rows with accounts").hasValueGreaterThan(CASES);
        assertThat(changed).as("rows with new accounts").hasValueGreaterThan(CASES / 2);
    }

    @Test
    void partsOfABookAddUpToTheWhole() {
        RandomCases.forAll(CASES / 4, random -> {
            List<Member> book = book(random, 6, List.of());
            BookShocks shocks = shocks(null, List.of(), grid(random));
            BookExposure first = exposure(book.subList(0, 2), shocks);
            first.add(exposure(book.subList(2, 6), shocks));
            BookExposure whole = exposure(book.reversed(), shocks);
            assertThat(first.accounts()).isEqualTo(whole.accounts());
            assertThat(first.tables()).isEqualTo(whole.tables());
        });
    }

    @Test
    void withoutAShockItIsThePresent() {
        RandomCases.forAll(CASES / 4, random -> {
            List<Member> book = book(random, 4, List.of());
            for (ExposureTable table :
                    exposure(book, shocks(null, List.of(), ShockGrid.STANDARD)).tables()) {
                long present = book.stream()
                        .filter(each -> each.snapshot.account().currency().equals(table.currency()))
                        .filter(each -> isPast(each, table.kind()))
                        .count();
                ExposureRow row = table.rows().get(ShockGrid.STANDARD.present());
                assertThat(row.accounts()).isEqualTo(present);
                assertThat(row.newAccounts()).isZero();
            }
        });
    }

    @Test
    void onlyTheKindsThatAreAskedForAreLookedAt() {
        RandomCases.forAll(50, random -> {
            List<Member> book = book(random, 3, List.of());
            BookShocks shocks = shocks(null, List.of(), ShockGrid.STANDARD);
            ThresholdKind kind = KINDS.get(random.nextInt(KINDS.size()));
            BookExposure exposure = new BookExposure(shocks, Set.of(kind));
            book.forEach(each -> exposure.add(each.snapshot, each.thresholds));
            assertThat(exposure.tables())
                    .isEqualTo(exposure(book, shocks).tables().stream()
                            .filter(table -> table.kind() == kind)
                            .toList());
        });
    }

    private static boolean isPast(Member member, ThresholdKind kind) {
        AccountRisk risk = AccountRisk.of(member.snapshot);
        return member.thresholds.stream()
                .filter(each -> each.kind() == kind)
                .anyMatch(each -> risk.reading(each.metric(), each.scope())
                        .filter(each::isCrossedBy)
                        .isPresent());
    }

    private static BookShocks shocks(@Nullable String mark, List<Signal> betas, ShockGrid grid) {
        return mark == null ? BookShocks.joint(betas, grid) : BookShocks.of(mark, grid);
    }

    private static BookExposure exposure(List<Member> book, BookShocks shocks) {
        BookExposure exposure = new BookExposure(shocks, ALL);
        book.forEach(each -> exposure.add(each.snapshot, each.thresholds));
        return exposure;
    }

    private static PlainExposure plain(List<Member> book, @Nullable String mark, ShockGrid grid) {
        PlainExposure plain = new PlainExposure(mark, grid);
        book.forEach(each -> plain.add(each.snapshot, each.thresholds));
        return plain;
    }

    private void assertSame(BookExposure exposure, PlainExposure plain) {
        List<ExposureTable> tables = exposure.tables();
        assertThat(tables.stream().map(table -> table.kind() + " " + table.currency()))
                .containsExactlyInAnyOrderElementsOf(plain.sections());
        for (ExposureTable table : tables) {
            for (int i = 0; i < table.rows().size(); i++) {
                ExposureRow row = table.rows().get(i);
                assertThat(row)
                        .as("%s in %s", table.kind(), table.currency())
                        .isEqualTo(plain.row(table.kind(), table.currency(), row.shock()));
                crossed.addAndGet(row.accounts() > 0 ? 1 : 0);
                changed.addAndGet(row.newAccounts() > 0 ? 1 : 0);
                for (String instrument : table.notionals().keySet()) {
                    assertThat(table.notionals().get(instrument).get(i))
                            .as("%s of %s", instrument, row)
                            .isEqualTo(plain.notional(table.kind(), table.currency(), row.shock(), instrument));
                }
            }
        }
    }

    /// Shocks as they are asked for, and some that no mark stands.
    private static ShockGrid grid(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> ShockGrid.STANDARD;
            case 1 -> ShockGrid.evenly(new BigDecimal("0.19"), 5);
            default -> {
                List<BigDecimal> shocks = new ArrayList<>();
                for (int i = random.nextInt(1, 12); i > 0; i--) {
                    shocks.add(BigDecimal.valueOf(random.nextLong(-999_999_999, 3_000_000_000L), 9));
                }
                shocks.add(new BigDecimal("-0.999999999999999999"));
                yield new ShockGrid(shocks);
            }
        };
    }

    /// Names are the same in all accounts, prices are not.
    private static List<Signal> betas(SplittableRandom random) {
        List<Signal> betas = new ArrayList<>();
        for (String subject : List.of("I0", "I1", "I2", "I3", "C1", "C2", "C3", "X0", "X1")) {
            if (random.nextInt(3) == 0) {
                BigDecimal beta = BigDecimal.valueOf(random.nextLong(-20, 30), 1);
                betas.add(new Signal(
                        ShockDirection.BETA,
                        subject,
                        beta,
                        RandomSnapshots.any(random).snapshot().asOf()));
            }
        }
        return betas;
    }

    private static List<Member> book(SplittableRandom random, int accounts, List<Signal> betas) {
        List<Member> book = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            Snapshot drawn = switch (random.nextInt(6)) {
                case 0 -> RandomAllocations.any(random);
                case 1, 2 -> RandomSnapshots.any(random).snapshot();
                default -> RandomBooks.any(random).snapshot();
            };
            Snapshot snapshot = with(drawn, betas);
            book.add(new Member(snapshot, thresholds(random, snapshot)));
        }
        return book;
    }

    private static Snapshot with(Snapshot snapshot, List<Signal> betas) {
        return new Snapshot(
                snapshot.asOf(),
                snapshot.account(),
                snapshot.instruments(),
                snapshot.collateral(),
                snapshot.marks(),
                betas,
                snapshot.categories());
    }

    /// One or more of each metric, of any kind, so that several share a kind and a scope.
    private static List<Threshold> thresholds(SplittableRandom random, Snapshot snapshot) {
        Map<List<Object>, Threshold> thresholds = new HashMap<>();
        int most = random.nextInt(1, 30);
        AccountRisk risk = AccountRisk.of(snapshot);
        for (Watched watched : RandomThresholds.all(random, risk)) {
            Threshold each = watched.threshold();
            if (thresholds.size() < most) {
                ThresholdKind kind = KINDS.get(random.nextInt(KINDS.size()));
                Threshold threshold =
                        new Threshold(kind, each.scope(), each.metric(), each.comparison(), each.limit(), each.clear());
                thresholds.put(List.of(kind, each.scope(), each.metric()), threshold);
            }
        }
        return List.copyOf(thresholds.values());
    }

    private static String anyMark(SplittableRandom random, List<Member> book) {
        List<Mark> marks = book.get(random.nextInt(book.size())).snapshot.marks();
        return marks.isEmpty()
                ? "NONE"
                : marks.get(random.nextInt(marks.size())).id();
    }
}
