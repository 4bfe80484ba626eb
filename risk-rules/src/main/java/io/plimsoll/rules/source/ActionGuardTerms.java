package io.plimsoll.rules.source;

import io.plimsoll.model.guard.ArmingLimits;
import io.plimsoll.model.guard.BreakerLimits;
import io.plimsoll.model.guard.Cap;
import io.plimsoll.model.guard.Freshness;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.guard.Movement;
import io.plimsoll.model.guard.Settling;
import io.plimsoll.model.guard.Sources;
import io.plimsoll.model.guard.ThrottleLimits;

/// Reads when actions of the live book are withheld, from `actionGuards` in a rule set's `ruleset.yaml`. What it
/// leaves out is as in [GuardSettings#STANDARD]: nothing can be switched off.
final class ActionGuardTerms {

    private static final String INSTRUMENTS = "instruments";

    private ActionGuardTerms() {}

    static GuardSettings read(YamlFields manifest) {
        GuardSettings standard = GuardSettings.STANDARD;
        return PolicyTerms.under("actionGuards", "manifest.action-guards", "{arming: {settle: PT10S}}", manifest)
                .map(terms -> settings(terms, standard))
                .orElse(standard);
    }

    private static GuardSettings settings(PolicyTerms terms, GuardSettings standard) {
        terms.allowOnly("marks", INSTRUMENTS, "throttle", "breaker", "arming");
        MarkLimits marks = terms.part("marks", standard.marks(), ActionGuardTerms::marks);
        return terms.made(
                () -> new GuardSettings(
                        marks,
                        terms.parts(INSTRUMENTS, marks, ActionGuardTerms::marks),
                        terms.part("throttle", standard.throttle(), ActionGuardTerms::throttle),
                        terms.part("breaker", standard.breaker(), ActionGuardTerms::breaker),
                        terms.part("arming", standard.arming(), ActionGuardTerms::arming)),
                standard);
    }

    private static MarkLimits marks(PolicyTerms terms, MarkLimits standard) {
        terms.allowOnly("freshness", "movement", "sources", "settling", "release");
        return terms.made(
                () -> new MarkLimits(
                        terms.part("freshness", standard.freshness(), ActionGuardTerms::freshness),
                        terms.part("movement", standard.movement(), ActionGuardTerms::movement),
                        terms.part("sources", standard.sources(), ActionGuardTerms::sources),
                        terms.part("settling", standard.settling(), ActionGuardTerms::settling),
                        terms.duration("release", standard.release())),
                standard);
    }

    private static Freshness freshness(PolicyTerms terms, Freshness standard) {
        terms.allowOnly("age", "future", "gap");
        return terms.made(
                () -> new Freshness(
                        terms.duration("age", standard.age()),
                        terms.duration("future", standard.future()),
                        terms.duration("gap", standard.gap())),
                standard);
    }

    private static Movement movement(PolicyTerms terms, Movement standard) {
        terms.allowOnly("band", "reference", "velocity", "velocityWindow");
        return terms.made(
                () -> new Movement(
                        terms.share("band", standard.band(), "15 %"),
                        terms.duration("reference", standard.reference()),
                        terms.share("velocity", standard.velocity(), "5 %"),
                        terms.duration("velocityWindow", standard.velocityWindow())),
                standard);
    }

    private static Sources sources(PolicyTerms terms, Sources standard) {
        terms.allowOnly("least", "disagreement");
        return terms.made(
                () -> new Sources(
                        terms.count("least", standard.least()),
                        terms.share("disagreement", standard.disagreement(), "2 %")),
                standard);
    }

    private static Settling settling(PolicyTerms terms, Settling standard) {
        terms.allowOnly("agreeing", "alone", "marks", "most");
        return terms.made(
                () -> new Settling(
                        terms.duration("agreeing", standard.agreeing()),
                        terms.duration("alone", standard.alone()),
                        terms.count("marks", standard.marks()),
                        terms.share("most", standard.most(), "50 %")),
                standard);
    }

    private static ThrottleLimits throttle(PolicyTerms terms, ThrottleLimits standard) {
        terms.allowOnly("window", "perInstrument", "inAll", INSTRUMENTS, "rates");
        Cap perInstrument = terms.part("perInstrument", standard.perInstrument(), ActionGuardTerms::cap);
        return terms.made(
                () -> new ThrottleLimits(
                        terms.duration("window", standard.window()),
                        perInstrument,
                        terms.part("inAll", standard.inAll(), ActionGuardTerms::cap),
                        terms.parts(INSTRUMENTS, perInstrument, ActionGuardTerms::cap),
                        terms.amounts("rates", standard.rates())),
                standard);
    }

    private static Cap cap(PolicyTerms terms, Cap standard) {
        terms.allowOnly("count", "notional");
        return terms.made(
                () -> new Cap(
                        terms.count("count", standard.count()),
                        terms.amount("notional", standard.notional(), "20000000")),
                standard);
    }

    private static BreakerLimits breaker(PolicyTerms terms, BreakerLimits standard) {
        terms.allowOnly("trades", "window");
        return terms.made(
                () -> new BreakerLimits(
                        terms.count("trades", standard.trades()), terms.duration("window", standard.window())),
                standard);
    }

    private static ArmingLimits arming(PolicyTerms terms, ArmingLimits standard) {
        terms.allowOnly("settle", "marks");
        return terms.made(
                () -> new ArmingLimits(
                        terms.duration("settle", standard.settle()), terms.count("marks", standard.marks())),
                standard);
    }
}
