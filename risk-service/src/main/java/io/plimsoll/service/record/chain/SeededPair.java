package io.plimsoll.service.record.chain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// The pair of keys that a private one belongs to. The platform derives public keys only while it generates a
/// pair, from the 32 bytes that it draws: here it draws those that are known.
final class SeededPair {

    private SeededPair() {}

    static KeyPair of(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(PublicCheckpointKey.ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Known(seed));
        KeyPair pair = generator.generateKeyPair();
        byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        if (!Arrays.equals(used, seed)) {
            throw new GeneralSecurityException("The platform draws keys in another way.");
        }
        return pair;
    }

    private static final class Known extends SecureRandom {

        private final byte[] seed;

        private Known(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
