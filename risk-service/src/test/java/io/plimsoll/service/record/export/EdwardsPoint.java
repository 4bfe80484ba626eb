package io.plimsoll.service.record.export;

import java.math.BigInteger;

/// A point of edwards25519 (RFC 8032, section 5.1), with the arithmetic that somebody needs who makes
/// signatures on which verifiers differ: slow, and by the definition.
record EdwardsPoint(BigInteger x, BigInteger y) {

    /// The field's prime.
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /// Order of the base point.
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    static final EdwardsPoint IDENTITY = new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE);

    private static final BigInteger D = quotient(BigInteger.valueOf(-121_665), BigInteger.valueOf(121_666));
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    static final EdwardsPoint BASE = of(quotient(BigInteger.valueOf(4), BigInteger.valueOf(5)));

    /// Of order 8; its multiples are the eight points of small order.
    private static final EdwardsPoint TORSION =
            of(new BigInteger("2707385501144840649318225287225658788936804267575313519463743609750303402022"));

    /// The point with this y and an even x.
    private static EdwardsPoint of(BigInteger y) {
        BigInteger square = y.multiply(y).mod(P);
        BigInteger wanted =
                quotient(square.subtract(BigInteger.ONE), D.multiply(square).add(BigInteger.ONE));
        BigInteger x = wanted.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(wanted)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        if (!x.multiply(x).mod(P).equals(wanted)) {
            throw new IllegalArgumentException("There is no point with this y.");
        }
        return new EdwardsPoint(x.testBit(0) ? P.subtract(x) : x, y);
    }

    /// The point of small order with this number, 0 to 7; 0 is the identity.
    static EdwardsPoint torsion(int number) {
        return TORSION.times(BigInteger.valueOf(number));
    }

    EdwardsPoint plus(EdwardsPoint other) {
        BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
        return new EdwardsPoint(
                quotient(x.multiply(other.y).add(y.multiply(other.x)), BigInteger.ONE.add(product)),
                quotient(y.multiply(other.y).add(x.multiply(other.x)), BigInteger.ONE.subtract(product)));
    }

    EdwardsPoint times(BigInteger scalar) {
        EdwardsPoint result = IDENTITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            result = result.plus(result);
            result = scalar.testBit(bit) ? result.plus(this) : result;
        }
        return result;
    }

    /// Its only proper encoding.
    byte[] encoded() {
        return encoded(y, x.testBit(0));
    }

    /// Any 255 bits and a sign.
    static byte[] encoded(BigInteger y, boolean isOdd) {
        return littleEndian(isOdd ? y.setBit(255) : y);
    }

    /// 32 bytes.
    static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    /// The number that bytes stand for.
    static BigInteger number(byte[] littleEndian) {
        BigInteger number = BigInteger.ZERO;
        for (int i = littleEndian.length - 1; i >= 0; i--) {
            number = number.shiftLeft(8).or(BigInteger.valueOf(littleEndian[i] & 0xFF));
        }
        return number;
    }

    private static BigInteger quotient(BigInteger dividend, BigInteger divisor) {
        return dividend.multiply(divisor.modInverse(P)).mod(P);
    }
}
