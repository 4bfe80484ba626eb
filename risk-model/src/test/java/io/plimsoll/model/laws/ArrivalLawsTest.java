package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

class ArrivalLawsTest {

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        RandomCases.forAll(Laws.CASES / 3, random -> {
            Snapshot snapshot = Laws.any(random).snapshot();
            Account account = snapshot.account();
            Snapshot reversed = new Snapshot(
                    snapshot.asOf(),
                    new Account(
                            account.id(),
                            account.segment(),
                            account.marginMode(),
                            account.currency(),
                            account.balances().reversed(),
                            account.positions().reversed(),
                            account.targets().reversed(),
                            account.orders().reversed(),
                            account.category(),
                            account.dayOpenEquity(),
                            account.highWaterMark()),
                    snapshot.instruments().reversed(),
                    snapshot.collateral().reversed(),
                    snapshot.marks().reversed(),
                    snapshot.signals().reversed(),
                    snapshot.categories().reversed());

            assertThat(AccountRisk.of(reversed)).isEqualTo(AccountRisk.of(snapshot));
        });
    }
}
