package io.plimsoll.service.record.chain;

import java.math.BigInteger;
import java.util.Set;

/// Encoded points of the curve of Ed25519, as far as verifiers have been found to differ about them.
final class Points {

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /// The constant of the curve (RFC 8032, section 5.1).
    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P))
            .mod(P);

    /// The power that tells squares (1) from others (-1).
    private static final BigInteger HALF = P.subtract(BigInteger.ONE).shiftRight(1);

    private static final BigInteger ORDER_EIGHT =
            new BigInteger("2707385501144840649318225287225658788936804267575313519463743609750303402022");

    /// The y of the points of order 1, 2, 4 and 8: as keys they accept signatures that nobody made.
    private static final Set<BigInteger> SMALL_ORDER =
            Set.of(BigInteger.ONE, P.subtract(BigInteger.ONE), BigInteger.ZERO, ORDER_EIGHT, P.subtract(ORDER_EIGHT));

    private Points() {}

    /// Whether the y coordinate is below the field's prime, so that it is written in the only way.
    static boolean isReduced(byte[] point) {
        return y(point).compareTo(P) < 0;
    }

    /// Whether it is a point of the curve, reduced and not of small order.
    static boolean isSound(byte[] point) {
        return isReduced(point) && !SMALL_ORDER.contains(y(point)) && isOnCurve(y(point));
    }

    /// Whether there is an x with -x² + y² = 1 + d x² y²: x² is (y² - 1) / (d y² + 1), of which it is asked
    /// whether it is a square. The sign of x is either then, because only points of small order have an x of
    /// 0.
    private static boolean isOnCurve(BigInteger y) {
        BigInteger square = y.multiply(y);
        BigInteger dividend = square.subtract(BigInteger.ONE);
        BigInteger divisor = D.multiply(square).add(BigInteger.ONE);
        return dividend.multiply(divisor).mod(P).modPow(HALF, P).equals(BigInteger.ONE);
    }

    private static BigInteger y(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian).clearBit(255);
    }
}
