package io.plimsoll.monitor.exposure;

import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What accounts of one currency add up to, for thresholds of one kind.
final class ExposureSums {

    private final ShockGrid grid;
    private final long[] accounts;
    private final long[] newAccounts;
    private final BigDecimal[] deficits;
    private final BigDecimal[] shortfalls;
    private final Units positions;
    private final Units debts;
    private long watched;

    ExposureSums(ShockGrid grid) {
        int size = grid.size();
        this.grid = grid;
        accounts = new long[size];
        newAccounts = new long[size];
        deficits = zeros(size);
        shortfalls = zeros(size);
        positions = new Units(size);
        debts = new Units(size);
    }

    private static BigDecimal[] zeros(int size) {
        BigDecimal[] zeros = new BigDecimal[size];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    void add(Exposed exposed) {
        watched++;
        BitSet places = exposed.places();
        boolean isNew = !places.get(grid.present());
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            accounts[place]++;
            newAccounts[place] += isNew ? 1 : 0;
            deficits[place] = deficits[place].add(roundedUp(exposed.deficit(place)));
            shortfalls[place] = shortfalls[place].add(roundedUp(exposed.shortfall(place)));
        }
        if (!places.isEmpty()) {
            exposed.addTo(positions, debts);
        }
    }

    private static BigDecimal roundedUp(Ratio amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.rounded(Decimals.SHOWN_SCALE, RoundingMode.CEILING);
    }

    void add(ExposureSums other) {
        watched += other.watched;
        for (int place = 0; place < grid.size(); place++) {
            accounts[place] += other.accounts[place];
            newAccounts[place] += other.newAccounts[place];
            deficits[place] = deficits[place].add(other.deficits[place]);
            shortfalls[place] = shortfalls[place].add(other.shortfalls[place]);
        }
        positions.add(other.positions);
        debts.add(other.debts);
    }

    ExposureTable table(ThresholdKind kind, String currency) {
        Ratio[] notional = positions.worth();
        Ratio[] debt = debts.worth();
        List<ExposureRow> rows = new ArrayList<>();
        for (int place = 0; place < grid.size(); place++) {
            rows.add(new ExposureRow(
                    grid.at(place),
                    accounts[place],
                    newAccounts[place],
                    notional[place].amount(),
                    debt[place].amount(),
                    Decimals.canonical(deficits[place]),
                    Decimals.canonical(shortfalls[place])));
        }
        Map<String, List<BigDecimal>> byInstrument = new TreeMap<>();
        positions
                .worthById()
                .forEach((id, worth) -> byInstrument.put(
                        id, Arrays.stream(worth).map(Ratio::amount).toList()));
        return new ExposureTable(kind, currency, watched, rows, new TreeMap<>(byInstrument));
    }
}
