package org.sealpost.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;

/**
 * The private keys of a security file: each whole, and the numbers that only its owner knows, by pieces of them. Pieces are
 * found in whatever encoding the key was wrapped again, and in base64 that is broken into lines, too.
 */
final class PrivateKeys {
    /** Octets of a piece: 32 characters of base64. Of two that follow each other a line's end breaks one at most. */
    private static final int PIECE = 24;

    private PrivateKeys() {}

    /** What must not lie anywhere. */
    static List<Traces> traces(Path epf, String password) {
        try (Passphrase secret = Passphrase.copyOf(password);
                SecurityFile file = new SecurityFileStore(Providers.best(), new SecureRandom())
                        .open(Files.readAllBytes(epf), secret)) {
            Stream<PrivateKey> keys = Stream.concat(
                    Stream.of(file.signing().privateKey()),
                    file.encryption().stream().map(owned -> owned.privateKey()));
            return keys.flatMap(PrivateKeys::parts).map(Traces::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<byte[]> parts(PrivateKey key) {
        return Stream.concat(Stream.of(key.getEncoded()), numbers(key).flatMap(PrivateKeys::pieces));
    }

    private static Stream<BigInteger> numbers(PrivateKey key) {
        if (key instanceof ECPrivateKey curve) {
            return Stream.of(curve.getS());
        }
        if (key instanceof RSAPrivateCrtKey rsa) {
            return Stream.of(rsa.getPrivateExponent(), rsa.getPrimeP(), rsa.getPrimeQ());
        }
        throw new IllegalStateException("a key of an unknown kind: " + key.getAlgorithm());
    }

    private static Stream<byte[]> pieces(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] octets = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        return IntStream.of(0, PIECE)
                .filter(from -> from + PIECE <= octets.length)
                .mapToObj(from -> Arrays.copyOfRange(octets, from, from + PIECE));
    }
}
