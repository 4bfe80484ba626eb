package io.plimsoll.service.record.chain;

import java.math.BigInteger;
import java.util.Set;

/// Encoded points of the curve of Ed25519, as far as verifiers have been found to differ about them.
final class Points {

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

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

    /// Whether it is reduced and not of small order.
    static boolean isSound(byte[] point) {
        return isReduced(point) && !SMALL_ORDER.contains(y(point));
    }

    private static BigInteger y(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian).clearBit(255);
    }
}
