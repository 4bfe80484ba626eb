package io.plimsoll.rules.source;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `ruleset.yaml` says under one of its keys about how actions are to be sized or withheld. What is left out,
/// or can't be read, is as the caller says.
final class PolicyTerms {

    private static final String REMEDY = "docs/reference/guards.md has all limits.";

    private final String code;
    private final YamlFields fields;

    private PolicyTerms(String code, YamlFields fields) {
        this.code = code;
        this.fields = fields;
    }

    /// The terms under a key; empty if it is left out.
    ///
    /// @param code of the diagnostics about values that can't be read
    /// @param example of a value, for who wrote something else than a mapping
    static Optional<PolicyTerms> under(String key, String code, String example, YamlFields manifest) {
        YamlNode.Field terms = manifest.node().fields().get(key);
        if (terms == null) {
            return Optional.empty();
        }
        if (!(terms.value() instanceof YamlNode.Fields node)) {
            manifest.invalid(
                    "yaml.shape",
                    terms.value(),
                    "The value of the key (%s) must be a mapping.".formatted(key),
                    "Maybe %s: %s.".formatted(key, example));
            return Optional.empty();
        }
        return Optional.of(new PolicyTerms(code, new YamlFields(manifest.file(), node, manifest.diagnostics())));
    }

    void allowOnly(String... terms) {
        fields.allowOnly(terms);
    }

    /// One of the names of an enumeration.
    <E extends Enum<E>> E choice(String term, Class<E> type, E standard, String example) {
        String names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return value(term, name -> Enum.valueOf(type, name), standard, "must be one of " + names, example);
    }

    /// A percentage from 0 % to 100 %, as a share.
    BigDecimal share(String term, BigDecimal standard, String example) {
        return value(term, PolicyTerms::share, standard, "must be from 0 % to 100 %", example);
    }

    /// A number of 0 or above.
    BigDecimal amount(String term, BigDecimal standard, String example) {
        return value(term, PolicyTerms::amount, standard, "must be a number of 0 or above", example);
    }

    /// A duration as ISO 8601 writes it.
    Duration duration(String term, Duration standard) {
        return value(term, PolicyTerms::duration, standard, "must be a duration", "PT30S for 30 seconds");
    }

    /// A whole number.
    int count(String term, int standard) {
        return value(term, Integer::valueOf, standard, "must be a whole number", "3");
    }

    /// Numbers of 0 or above by name, in place of the standard ones.
    Map<String, BigDecimal> amounts(String term, Map<String, BigDecimal> standard) {
        return under(term, code, "{USD: 1}", fields)
                .map(named -> named.names().stream()
                        .collect(Collectors.toMap(
                                Function.identity(), name -> named.amount(name, BigDecimal.ZERO, "1"))))
                .orElse(standard);
    }

    /// Terms under a key of these, read by what reads them.
    <T> T part(String term, T standard, BiFunction<PolicyTerms, T, T> reader) {
        return under(term, code, "{…}", fields)
                .map(terms -> reader.apply(terms, standard))
                .orElse(standard);
    }

    /// Terms by name, under a key of these. What one leaves out is as the standard says.
    <T> Map<String, T> parts(String term, T standard, BiFunction<PolicyTerms, T, T> reader) {
        return under(term, code, "{BTC-PERP: {…}}", fields)
                .map(named -> {
                    Map<String, T> parts = new HashMap<>();
                    named.names().forEach(name -> parts.put(name, named.part(name, standard, reader)));
                    return parts;
                })
                .orElse(Map.of());
    }

    /// What is made of these terms; if it can't be, that is said where the reason stands, as far as it is written.
    <T> T made(Supplier<T> maker, T otherwise) {
        int before = fields.diagnostics().all().size();
        try {
            return maker.get();
        } catch (InvalidFactException e) {
            // Terms that could not be read were replaced, so that what is wrong now may be no fault of who wrote them.
            if (fields.diagnostics().all().size() == before) {
                fields.invalid(code, place(e.field()), "%s %s".formatted(e.field(), e.reason()), REMEDY);
            }
            return otherwise;
        }
    }

    private Set<String> names() {
        return fields.node().fields().keySet();
    }

    private YamlNode place(String path) {
        YamlNode place = fields.node();
        for (String name : path.split("/", -1)) {
            YamlNode.@Nullable Field field =
                    place instanceof YamlNode.Fields node ? node.fields().get(name) : null;
            if (field == null) {
                break;
            }
            place = field.value();
        }
        return place;
    }

    private <T> T value(String term, Function<String, T> reader, T standard, String demand, String example) {
        return fields.textNode(term)
                .map(text -> {
                    try {
                        return reader.apply(text.value());
                    } catch (IllegalArgumentException e) {
                        fields.invalid(
                                code,
                                text,
                                "The value (%s) of the key (%s) %s.".formatted(text.value(), term, demand),
                                "Maybe %s: %s.".formatted(term, example));
                        return standard;
                    }
                })
                .orElse(standard);
    }

    private static BigDecimal share(String written) {
        if (!written.endsWith("%")) {
            throw new IllegalArgumentException("A share is a percentage.");
        }
        BigDecimal share = Decimals.parse(
                        written.substring(0, written.length() - 1).strip())
                .movePointLeft(2);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A share is from 0 to 1.");
        }
        return share;
    }

    private static Duration duration(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A duration is written as PT30S.", e);
        }
    }

    private static BigDecimal amount(String written) {
        BigDecimal amount = Decimals.parse(written);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount is not negative.");
        }
        return amount;
    }
}
