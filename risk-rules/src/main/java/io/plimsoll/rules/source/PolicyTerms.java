package io.plimsoll.rules.source;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What `ruleset.yaml` says about how actions are to be sized, under one of its keys. What is left out, or
/// can't be read, is as the caller says.
final class PolicyTerms {

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

    private static BigDecimal amount(String written) {
        BigDecimal amount = Decimals.parse(written);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount is not negative.");
        }
        return amount;
    }
}
