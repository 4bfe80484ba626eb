package io.plimsoll.model.reference;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.threshold.Metric;
import org.junit.jupiter.api.Test;

/// The engine and [PlainRisk] agree, figure by figure and exactly, on generated accounts biased to the edges:
/// a third of linear perpetuals alone, whose amounts are decimals that end, so that they meet limits exactly;
/// the rest of all that an account can hold.
///
/// `-Dplimsoll.accounts=1000000` tries more of them, `-Dplimsoll.seed=1000000` others.
class AgreementTest {

    private static final int ACCOUNTS = Integer.getInteger("plimsoll.accounts", 100_000);
    private static final int LARGE_ACCOUNTS = ACCOUNTS / 25_000;
    private static final int LARGE = 1_000;

    private final Reached reached = new Reached();

    @Test
    void agreesWithAPlainImplementation() {
        RandomCases.forAll(
                ACCOUNTS,
                random -> Agreement.require(
                        random.nextInt(3) == 0 ? RandomSnapshots.any(random) : RandomBooks.any(random), reached));

        System.out.printf("%,d accounts: %s%n", ACCOUNTS, reached);
        reached.requireAtLeast(ACCOUNTS / 4, "exactly at a limit", "liquidation AT", "margin call");
        reached.requireAtLeast(
                ACCOUNTS / 20,
                "level in another tier",
                "unbounded",
                "level of a linear one",
                "level of an inverse contract");
        reached.requireAtLeast(
                ACCOUNTS / 100,
                "level of a written option",
                "level of a bought option",
                "order margin",
                "capped balance",
                "debt in an asset",
                "call for a debt",
                "interest",
                "funding",
                "CROSS",
                "ISOLATED",
                "MIXED");
        for (Metric metric : Metric.values()) {
            reached.requireAtLeast(ACCOUNTS / 20, metric.name());
        }
        for (String level : new String[] {"liquidation", "limit", "bankruptcy", "break-even"}) {
            reached.requireAtLeast(ACCOUNTS / 1_000, level + " AT", level + " NEVER", level + " ALWAYS");
        }
    }

    @Test
    void agreesOnAccountsOfAThousandPositions() {
        RandomCases.forAll(LARGE_ACCOUNTS, random -> {
            Agreement.require(RandomSnapshots.any(random, LARGE), reached);
            Agreement.require(RandomBooks.any(random, LARGE / 10), reached);
        });
    }
}
