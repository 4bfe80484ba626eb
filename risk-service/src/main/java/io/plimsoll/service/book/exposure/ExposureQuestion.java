package io.plimsoll.service.book.exposure;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.exposure.BookShocks;
import io.plimsoll.monitor.exposure.ShockGrid;
import io.plimsoll.service.book.risk.BookMoment;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which exposure is asked for.
///
/// @param mark which moves alone: that of an instrument or collateral asset; null if all move together
/// @param grid by how much
/// @param kinds of thresholds
/// @param isByInstrument whether the notional of each instrument is wanted, too
record ExposureQuestion(@Nullable String mark, ShockGrid grid, Set<ThresholdKind> kinds, boolean isByInstrument) {

    /// What stands for all marks together.
    static final String JOINT = "joint";

    private static final Pattern IDENTIFIER = Pattern.compile(Facts.IDENTIFIER_PATTERN);
    private static final int SHOWN = 64;
    private static final int LONGEST = ShockGrid.MOST * (Decimals.MAX_TEXT_LENGTH + 1);

    /// The question that query parameters stand for.
    ///
    /// @throws ProblemException with everything that is wrong with them
    static ExposureQuestion of(MultivaluedMap<String, String> given) {
        List<ErrorDocument> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!List.of("instrument", "shocks", "kind", "by").contains(name)) {
                errors.add(error(
                        name,
                        "There is no parameter of this name.",
                        "Maybe instrument, shocks, kind or by was meant."));
            } else if (values.size() > 1) {
                errors.add(error(
                        name,
                        "%s must not be given more than once.".formatted(name),
                        "Maybe put the values into one, with commas between them."));
            }
        });
        String instrument = read(given, "instrument", JOINT, errors, ExposureQuestion::instrument);
        ShockGrid grid = read(given, "shocks", ShockGrid.STANDARD, errors, ExposureQuestion::shocks);
        Set<ThresholdKind> kinds =
                read(given, "kind", EnumSet.allOf(ThresholdKind.class), errors, ExposureQuestion::kinds);
        boolean isByInstrument = read(given, "by", false, errors, ExposureQuestion::by);
        if (!errors.isEmpty()) {
            throw ProblemException.inParameters(errors);
        }
        return new ExposureQuestion(instrument.equals(JOINT) ? null : instrument, grid, kinds, isByInstrument);
    }

    private static <T> T read(
            MultivaluedMap<String, String> given,
            String name,
            T usual,
            List<ErrorDocument> errors,
            Function<String, T> reader) {
        String value = given.getFirst(name);
        try {
            return value == null ? usual : reader.apply(value);
        } catch (InvalidFactException e) {
            errors.add(error(name, "%s %s".formatted(name, e.reason()), remedy(name)));
            return usual;
        }
    }

    private static String remedy(String name) {
        return switch (name) {
            case "shocks" -> "Maybe ?shocks=-0.2,-0.1,0.1 was meant.";
            case "kind" -> "Maybe ?kind=LIQUIDATION was meant.";
            case "by" -> "Maybe ?by=instrument was meant.";
            default -> "Maybe leave it out, for all marks together.";
        };
    }

    private static String instrument(String value) {
        if (!IDENTIFIER.matcher(value).matches()) {
            throw new InvalidFactException("instrument", "must be an identifier.");
        }
        return value;
    }

    private static ShockGrid shocks(String value) {
        if (value.length() > LONGEST) {
            throw new InvalidFactException("shocks", "has too many; there may be %d.".formatted(ShockGrid.MOST));
        }
        return new ShockGrid(
                Arrays.stream(value.split(",", -1)).map(ExposureQuestion::shock).toList());
    }

    private static BigDecimal shock(String text) {
        try {
            return Decimals.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidFactException("shocks", "has one that " + e.getMessage());
        }
    }

    private static Set<ThresholdKind> kinds(String value) {
        Set<String> names =
                Arrays.stream(ThresholdKind.values()).map(Enum::name).collect(Collectors.toSet());
        Set<ThresholdKind> kinds = EnumSet.noneOf(ThresholdKind.class);
        for (String each : value.split(",", -1)) {
            if (!names.contains(each)) {
                throw new InvalidFactException(
                        "kind",
                        "must be of %s."
                                .formatted(String.join(
                                        ", ",
                                        EnumSet.allOf(ThresholdKind.class).stream()
                                                .map(Enum::name)
                                                .toList())));
            }
            kinds.add(ThresholdKind.valueOf(each));
        }
        return kinds;
    }

    private static boolean by(String value) {
        if (!value.equals("instrument")) {
            throw new InvalidFactException("by", "must be instrument.");
        }
        return true;
    }

    /// Refuses a mark that there is none of, which would be an exposure to nothing.
    ///
    /// @throws ProblemException if the book has no such mark
    BookShocks shocks(BookMoment moment) {
        String moved = mark;
        if (moved == null) {
            return BookShocks.joint(moment.signals(), grid);
        }
        if (!moment.marks().containsKey(moved)) {
            throw ProblemException.inParameters(List.of(error(
                    "instrument",
                    "instrument (%s) has no mark.".formatted(moved),
                    "Maybe look at GET /v1/marks, or send one to POST /v1/marks.")));
        }
        return BookShocks.of(moved, grid);
    }

    /// The mark that moves, in words.
    String direction() {
        return Optional.ofNullable(mark).orElse(JOINT);
    }

    private static ErrorDocument error(String name, String detail, String remedy) {
        String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        return new ErrorDocument(null, shown, detail, remedy);
    }
}
