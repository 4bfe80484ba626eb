package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of `record/signatures.txt`, whose head explains the form.
///
/// @param orders how many orders of the base point the scalar is too large by
record SignatureCase(String name, Term keyTerm, Term commitment, int orders, String challenge, String verdict) {

    private static final BigInteger SECRET = new BigInteger("31415926535897932384626433832795028841971693993751");
    private static final BigInteger FIRST_NONCE = new BigInteger("27182818284590452353602874713526624977572470937");
    private static final BigInteger EIGHT = BigInteger.valueOf(8);

    static List<SignatureCase> all() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/record/signatures.txt"), UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SignatureCase::of)
                .toList();
    }

    private static SignatureCase of(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return new SignatureCase(
                cells.get(0),
                Term.of(cells.get(1)),
                Term.of(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                cells.get(4),
                cells.get(5));
    }

    /// The 32 bytes of the key.
    byte[] key() {
        return keyTerm.encoded(SECRET);
    }

    /// The signature that the line describes, of a message: R, and S = nonce + challenge × secret.
    byte[] signature(byte[] message) {
        BigInteger nonce = FIRST_NONCE;
        byte[] point = commitment.encoded(nonce);
        BigInteger hash = hash(point, message);
        while (!isAskedFor(hash)) {
            nonce = nonce.add(BigInteger.ONE);
            point = commitment.encoded(nonce);
            hash = hash(point, message);
        }
        BigInteger scalar = commitment
                .factor(nonce)
                .add(hash.multiply(keyTerm.factor(SECRET)))
                .mod(EdwardsPoint.L)
                .add(EdwardsPoint.L.multiply(BigInteger.valueOf(orders)));
        byte[] signature = Arrays.copyOf(point, 64);
        System.arraycopy(EdwardsPoint.littleEndian(scalar), 0, signature, 32, 32);
        return signature;
    }

    /// A part of order 8 of the key counts by the challenge modulo 8, and there verifiers differ that reduce
    /// the challenge before and that don't.
    private boolean isAskedFor(BigInteger hash) {
        boolean isWhole = hash.mod(EIGHT).signum() == 0;
        boolean isReduced = hash.mod(EdwardsPoint.L).mod(EIGHT).signum() == 0;
        return switch (challenge) {
            case "any" -> true;
            case "8 divides both" -> isWhole && isReduced;
            case "8 divides the whole" -> isWhole && !isReduced;
            case "8 divides the reduced" -> !isWhole && isReduced;
            case "8 divides neither" -> !isWhole && !isReduced;
            default -> throw new IllegalArgumentException(challenge);
        };
    }

    private BigInteger hash(byte[] point, byte[] message) {
        try {
            MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
            sha512.update(point);
            sha512.update(key());
            return EdwardsPoint.number(sha512.digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /// A point: a multiple of the base point, one of small order, their sum, or any 255 bits; written in its
    /// one way or in another.
    record Term(boolean isMultiple, int torsion, BigInteger raw, boolean isUnreduced, boolean isSignFlipped) {

        private static final Pattern FORM =
                Pattern.compile("(x?)(?:\\+?T([0-7]))?(?:y=([0-9]+))?( unreduced)?( sign flipped)?");

        static Term of(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(text);
            }
            return new Term(
                    !parts.group(1).isEmpty(),
                    parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)),
                    parts.group(3) == null ? BigInteger.ONE.negate() : new BigInteger(parts.group(3)),
                    parts.group(4) != null,
                    parts.group(5) != null);
        }

        /// What of the scalar is in it.
        BigInteger factor(BigInteger scalar) {
            return isMultiple ? scalar : BigInteger.ZERO;
        }

        byte[] encoded(BigInteger scalar) {
            EdwardsPoint point = EdwardsPoint.torsion(torsion);
            if (isMultiple) {
                point = point.plus(EdwardsPoint.BASE.times(scalar));
            }
            BigInteger y = raw.signum() < 0 ? point.y() : raw;
            boolean isOdd = raw.signum() < 0 && point.x().testBit(0);
            return EdwardsPoint.encoded(isUnreduced ? y.add(EdwardsPoint.P) : y, isOdd ^ isSignFlipped);
        }
    }
}
