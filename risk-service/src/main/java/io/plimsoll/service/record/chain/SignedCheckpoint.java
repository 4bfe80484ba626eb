package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/// A checkpoint and its signature. Whether it is good is for [PublicKeys] to say. Immutable.
public final class SignedCheckpoint {

    /// The number of bytes of an Ed25519 signature.
    public static final int SIGNATURE_LENGTH = 64;

    private final Checkpoint checkpoint;
    private final byte[] signature;

    /// @param signature 64 bytes
    /// @throws IllegalArgumentException if the signature has another length
    public SignedCheckpoint(Checkpoint checkpoint, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            throw new IllegalArgumentException(
                    "The signature has %d bytes and must have 64. Maybe it was cut.".formatted(signature.length));
        }
        this.checkpoint = checkpoint;
        this.signature = signature.clone();
    }

    /// What was signed.
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The signature over [Checkpoint#json]. A copy.
    public byte[] signature() {
        return signature.clone();
    }

    /// The line of an export, or of a file of checkpoints, without a line break.
    public byte[] line() {
        return ("{\"checkpoint\":" + new String(checkpoint.json(), US_ASCII) + ",\"signature\":\""
                        + Base64.getEncoder().encodeToString(signature) + "\"}")
                .getBytes(US_ASCII);
    }
}
