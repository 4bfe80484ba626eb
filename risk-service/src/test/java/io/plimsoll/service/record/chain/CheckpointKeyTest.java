package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointKeyTest {

    /// Made by `openssl genpkey -algorithm ed25519`, its public half by `openssl pkey -pubout`.
    private static final String PRIVATE_PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIF7nYLfPh0TM121U+EpSg6EkbRS710Ks5T+/jJtqLIxn
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC_PEM = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAvz/wa44D5RFXlpXiSDVGQZ/tQ4QCthYwbrEzi4+7cqw=
            -----END PUBLIC KEY-----
            """;

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00.123456789Z");
    private static final ChainHead HEAD = new ChainHead(1_000, Hashes.of(new byte[0]));

    @TempDir
    Path folder;

    @Test
    void whatItSignsVerifies() {
        CheckpointKey key = CheckpointKey.generate();
        SignedCheckpoint signed = key.sign(HEAD, AT);
        assertThat(key.publicKey().verifies(signed)).isTrue();
        assertThat(new PublicKeys(List.of(key.publicKey())).verifies(signed)).isTrue();
        assertThat(PublicKeys.NONE.verifies(signed)).isFalse();
        assertThat(CheckpointKey.generate().publicKey().verifies(signed)).isFalse();
    }

    @Test
    void aSignatureIsForItsCheckpointAlone() {
        CheckpointKey key = CheckpointKey.generate();
        byte[] signature = key.sign(HEAD, AT).signature();
        for (Checkpoint other : List.of(
                new Checkpoint(1_001, HEAD.hash(), AT, key.id()),
                new Checkpoint(1_000, Hashes.of(new byte[1]), AT, key.id()),
                new Checkpoint(1_000, HEAD.hash(), AT.plusSeconds(1), key.id()))) {
            assertThat(key.publicKey().verifies(new SignedCheckpoint(other, signature)))
                    .isFalse();
        }
    }

    @Test
    void everyFlippedBitOfASignatureIsSeen() {
        CheckpointKey key = CheckpointKey.generate();
        SignedCheckpoint signed = key.sign(HEAD, AT);
        for (int bit = 0; bit < 8 * SignedCheckpoint.SIGNATURE_LENGTH; bit++) {
            byte[] flipped = signed.signature();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.publicKey().verifies(new SignedCheckpoint(signed.checkpoint(), flipped)))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void aSignatureHasOneForm() {
        CheckpointKey key = CheckpointKey.generate();
        SignedCheckpoint signed = key.sign(HEAD, AT);
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] second = signed.signature();
        byte[] scalar = reversed(Arrays.copyOfRange(second, 32, 64));
        byte[] larger = new BigInteger(1, scalar).add(order).toByteArray();
        for (int i = 0; i < 32; i++) {
            second[32 + i] = i < larger.length ? larger[larger.length - 1 - i] : 0;
        }
        assertThat(key.publicKey().verifies(new SignedCheckpoint(signed.checkpoint(), second)))
                .isFalse();
    }

    @Test
    void aKeyComesBackFromItsFile() throws IOException {
        CheckpointKey key = CheckpointKey.generate();
        Path file = folder.resolve("key.pem");
        key.write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        CheckpointKey back = CheckpointKey.read(file);
        assertThat(back.publicKey()).isEqualTo(key.publicKey());
        assertThat(key.publicKey().verifies(back.sign(HEAD, AT))).isTrue();
        assertThatIOException().isThrownBy(() -> key.write(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void keysOfOpensslAreRead() throws IOException {
        CheckpointKey key = CheckpointKey.read(ownerOnly(PRIVATE_PEM));
        Path shown = Files.writeString(folder.resolve("public.pem"), PUBLIC_PEM);
        assertThat(PublicCheckpointKey.read(shown)).isEqualTo(key.publicKey());
        assertThat(key.publicKey().pem()).isEqualTo(PUBLIC_PEM);
        assertThat(key.id()).isEqualTo("50bc71fbf596500e");
        assertThat(new String(key.publicKey().line(), US_ASCII))
                .isEqualTo("{\"key\":{\"id\":\"50bc71fbf596500e\",\"algorithm\":\"Ed25519\",\"publicKey\":\""
                        + PUBLIC_PEM.lines().toList().get(1) + "\"}}");
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("open.pem"), PRIVATE_PEM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatIOException().isThrownBy(() -> CheckpointKey.read(file)).withMessageContaining("chmod 600");
    }

    @Test
    void filesThatHoldNoKeyAreRefused() throws IOException {
        Path shown = Files.writeString(folder.resolve("public.pem"), PUBLIC_PEM);
        for (String text : List.of("", "x", PUBLIC_PEM, PRIVATE_PEM + PRIVATE_PEM, PRIVATE_PEM.replace("MC4", "MD4"))) {
            Path file = ownerOnly(text);
            assertThatIOException().as(text).isThrownBy(() -> CheckpointKey.read(file));
            Files.delete(file);
        }
        Path secret = ownerOnly(PRIVATE_PEM);
        assertThatIOException().isThrownBy(() -> PublicCheckpointKey.read(secret));
        assertThatIOException().isThrownBy(() -> PublicCheckpointKey.read(folder.resolve("none.pem")));
        assertThat(PublicCheckpointKey.read(shown).id()).hasSize(16);
    }

    /// Order 1, 2, 4, 8 and 8, with either sign; and the 1 written in a second way.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void keysThatVerifyWhatNobodySignedAreRefused(String point) {
        byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + point);
        assertThatIllegalArgumentException().isThrownBy(() -> PublicCheckpointKey.of(spki));
    }

    @Test
    void aCheckpointOfAnEmptyChainOrForAnotherKeyIsRefused() {
        CheckpointKey key = CheckpointKey.generate();
        assertThatIllegalArgumentException().isThrownBy(() -> key.sign(ChainHead.GENESIS, AT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.sign(new Checkpoint(1, HEAD.hash(), AT, "0123456789abcdef")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(1, HEAD.hash(), AT, "0123"));
    }

    @Test
    void aCheckpointIsWrittenInOneWay() {
        SignedCheckpoint signed =
                new SignedCheckpoint(new Checkpoint(1_000, HEAD.hash(), AT, "0123456789abcdef"), new byte[64]);
        assertThat(new String(signed.line(), US_ASCII))
                .isEqualTo("{\"checkpoint\":{\"sequence\":1000,\"hash\":\"" + HEAD.hash()
                        + "\",\"at\":\"2026-11-23T08:00:00.123456Z\",\"key\":\"0123456789abcdef\"},\"signature\":\""
                        + "A".repeat(86) + "==\"}");
    }

    private Path ownerOnly(String text) throws IOException {
        Path file = Files.createFile(
                folder.resolve("key.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            other[i] = bytes[bytes.length - 1 - i];
        }
        return other;
    }
}
