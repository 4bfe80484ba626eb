package io.plimsoll.monitor.guard.price;

import io.plimsoll.model.guard.ArmingLimits;
import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The marks of one instrument or asset, as its sources feed them, and whether they are relied on.
///
/// Sources that agree on a price that has moved no farther than allowed are relied on at once. A price that has moved
/// farther, against the slow reference or within a short time, and a majority that outvotes some source, have to
/// [settle][Settlement] first. Marks that came before others of the same source are passed over.
///
/// Not for use by several threads at once.
public final class Feed {

    private final String id;
    private final MarkLimits limits;
    private final ArmingLimits arming;
    private final Map<String, Quote> sources = new TreeMap<>();
    private final Moves moves;
    private final Doubts doubts;
    private @Nullable Settlement moving;
    private @Nullable Instant awayAt;
    private @Nullable Settlement outvoting;
    private @Nullable Instant heardAt;
    private Instant disarmedAt;
    private boolean isArmed;
    private @Nullable Instant reliedSince;
    private int reliedMarks;

    /// @param disarmedAt since when; marks from before do not arm it
    public Feed(String id, MarkLimits limits, ArmingLimits arming, Instant disarmedAt) {
        this.id = id;
        this.limits = limits;
        this.arming = arming;
        this.disarmedAt = disarmedAt;
        moves = new Moves(id, limits.movement());
        doubts = new Doubts(id, limits);
    }

    /// Takes what a source says.
    public void take(Mark mark, Instant receivedAt) {
        if (mark.time().isAfter(receivedAt.plus(limits.freshness().future()))) {
            refuse(mark.source(), doubts.future(mark, receivedAt), receivedAt);
            return;
        }
        Quote last = sources.get(mark.source());
        if (last != null && isPassed(mark, last)) {
            return;
        }
        Quote quote = new Quote(mark.price(), mark.time(), receivedAt, null);
        sources.put(mark.source(), quote);
        boolean isFresh = doubts.isFresh(quote, receivedAt);
        if (isFresh) {
            if (heardAt != null
                    && Duration.between(heardAt, receivedAt)
                                    .compareTo(limits.freshness().gap())
                            > 0) {
                disarm(receivedAt);
            }
            heardAt = receivedAt;
        }
        boolean isRelied = settle(mark.source(), receivedAt);
        if (isFresh && !mark.time().isBefore(disarmedAt)) {
            arm(isRelied, receivedAt);
        }
    }

    /// Takes note that a source has said something that is no price, such as zero or less.
    ///
    /// @param value what it said, as text
    public void refused(String source, String value, Instant receivedAt) {
        refuse(source, doubts.refused(source, value), receivedAt);
    }

    /// Why the price is not relied on at a moment, if it is not.
    public Optional<Doubt> doubt(Instant now) {
        Optional<Agreement> agreed = agreement(now);
        if (agreed.isEmpty()) {
            return Optional.of(doubts.noAgreement(sources, now));
        }
        Optional<Doubt> moved = moves.doubt(agreed.get().price(), now);
        if (moved.isPresent() || agreed.get().unanimous()) {
            return moved;
        }
        boolean isOver = outvoting != null && outvoting.isOver(agreed.get(), now);
        return isOver ? Optional.empty() : Optional.of(doubts.outvoted(sources, agreed.get(), now));
    }

    /// Why a mark that somebody was valued at is not relied on at a moment, if it is not.
    public Optional<Doubt> doubt(Mark mark, Instant now) {
        Quote quote = sources.get(mark.source());
        if (quote == null || quote.price() == null || mark.time().isAfter(quote.time())) {
            return Optional.of(doubts.unknown(mark));
        }
        return doubts.age(mark, now)
                .or(() -> doubt(now))
                .or(() -> agreement(now).flatMap(agreed -> doubts.apart(mark, agreed.price())));
    }

    /// Takes the price that sources agree on as settled, by somebody's word.
    ///
    /// @return the price; empty if they do not agree, and nothing is changed
    public Optional<BigDecimal> settle(Instant now) {
        Optional<BigDecimal> price = agreement(now).map(Agreement::price);
        price.ifPresent(agreed -> {
            moves.restart();
            moves.add(agreed, now);
            moving = null;
        });
        return price;
    }

    /// Whether its marks have been relied on for long enough since it was disarmed.
    public boolean isArmed() {
        return isArmed;
    }

    /// Disarms it until marks that are made from now on have been relied on for long enough.
    public void disarm(Instant now) {
        isArmed = false;
        disarmedAt = now;
        reliedSince = null;
        reliedMarks = 0;
    }

    /// Arms it by somebody's word.
    public void arm() {
        isArmed = true;
    }

    /// The same feed under other limits, disarmed. What its sources said last and the price that was relied on last
    /// are kept, so that a change of limits can't make anyone believe a price that is held.
    public Feed under(MarkLimits others, ArmingLimits othersArming, Instant now) {
        Feed feed = new Feed(id, others, othersArming, now);
        feed.sources.putAll(sources);
        feed.heardAt = heardAt;
        moves.last().ifPresent(last -> feed.moves.add(last, now));
        return feed;
    }

    private boolean isPassed(Mark mark, Quote last) {
        boolean isSame = last.fault() == null
                && last.price() != null
                && mark.time().equals(last.time())
                && mark.price().compareTo(last.price()) == 0;
        return isSame || mark.time().isBefore(last.time());
    }

    private void refuse(String source, Doubt fault, Instant receivedAt) {
        Quote last = sources.get(source);
        sources.put(
                source,
                new Quote(
                        last == null ? null : last.price(),
                        last == null ? Instant.EPOCH : last.time(),
                        receivedAt,
                        fault));
        settle(source, receivedAt);
    }

    /// Sees what has become of the price by a mark of a source.
    ///
    /// @return whether it is relied on
    private boolean settle(String source, Instant now) {
        Optional<Agreement> found = agreement(now);
        if (found.isEmpty()) {
            moving = null;
            outvoting = null;
            return false;
        }
        Agreement agreed = found.get();
        outvoting = agreed.unanimous() ? null : noted(outvoting, source, agreed, now);
        boolean isSettled = outvoting == null || outvoting.isOver(agreed, now);
        if (moves.doubt(agreed.price(), now).isPresent()) {
            awayAt = now;
            moving = noted(moving, source, agreed, now);
            if (!isSettled || !moving.isOver(agreed, now) || !maySettle(agreed, now)) {
                return false;
            }
            moves.restart();
            moving = null;
        } else if (moving != null) {
            moving = isBack(agreed, now) ? null : noted(moving, source, agreed, now);
        }
        if (isSettled) {
            moves.add(agreed.price(), now);
        }
        return isSettled;
    }

    /// A move that is too large for one source to be believed takes a person.
    private boolean maySettle(Agreement agreed, Instant now) {
        return agreed.group().size() >= 2
                || moves.isWithin(agreed.price(), limits.settling().most(), now);
    }

    /// Whether a price that had moved too far is back for good. Sources that agree may cross a limit to and
    /// fro, which must not begin the settlement anew each time; one alone has to stay where it is.
    private boolean isBack(Agreement agreed, Instant now) {
        return agreed.group().size() < 2
                || awayAt == null
                || Duration.between(awayAt, now).compareTo(limits.settling().agreeing()) > 0;
    }

    private Settlement noted(@Nullable Settlement begun, String source, Agreement agreed, Instant now) {
        Settlement settlement = begun == null ? new Settlement(limits) : begun;
        settlement.note(source, agreed, now);
        return settlement;
    }

    private void arm(boolean isRelied, Instant now) {
        if (isArmed) {
            return;
        }
        if (!isRelied) {
            reliedSince = null;
            reliedMarks = 0;
            return;
        }
        reliedSince = reliedSince == null ? now : reliedSince;
        reliedMarks++;
        isArmed = reliedMarks >= arming.marks()
                && Duration.between(reliedSince, now).compareTo(arming.settle()) >= 0;
    }

    private Optional<Agreement> agreement(Instant now) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        int faulty = 0;
        for (Map.Entry<String, Quote> entry : sources.entrySet()) {
            Quote quote = entry.getValue();
            if (doubts.isFresh(quote, now)) {
                if (quote.fault() == null && quote.price() != null) {
                    prices.put(entry.getKey(), quote.price());
                } else {
                    faulty++;
                }
            }
        }
        return Agreement.of(prices, faulty, limits.sources());
    }
}
