package org.sealpost.epf;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.interfaces.PBEKey;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;

/**
 * The integrity check of PKCS #12: HMAC-SHA-256 under a key from the password (RFC 7292 appendix B). One of its rounds
 * is half of one of PBKDF2's, so files have twice as many: otherwise it would be the cheaper way to try passwords.
 */
final class PasswordMac {
    /** The most that is opened, the JDK's own limit. */
    static final int MOST_ROUNDS = 5_000_000;

    private static final int LONGEST_SALT = 64;

    private final Providers providers;

    PasswordMac(Providers providers) {
        this.providers = providers;
    }

    MacData make(Passphrase password, byte[] content, byte[] salt, int rounds) {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        return new MacData(new DigestInfo(sha256, compute(password, content, salt, rounds)), salt, rounds);
    }

    /** @throws DamagedSecurityFile when it is another check or asks for too much work */
    boolean fits(MacData mac, Passphrase password, byte[] content) {
        BigInteger rounds = mac.getIterationCount();
        if (rounds.signum() <= 0 || rounds.compareTo(BigInteger.valueOf(MOST_ROUNDS)) > 0) {
            throw new DamagedSecurityFile("rounds", null);
        }
        byte[] salt = mac.getSalt();
        if (!mac.getMac().getAlgorithmId().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                || salt.length == 0
                || salt.length > LONGEST_SALT) {
            throw new DamagedSecurityFile("algorithm", null);
        }
        return MessageDigest.isEqual(
                mac.getMac().getDigest(), compute(password, content, salt, rounds.intValueExact()));
    }

    private byte[] compute(Passphrase password, byte[] content, byte[] salt, int rounds) {
        try {
            Mac mac = Mac.getInstance("HmacPBESHA256", providers.passwordKeys());
            mac.init(new BorrowedPassword(password, salt, rounds), new PBEParameterSpec(salt, rounds));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
    }

    /** The JDK's own key class refuses passwords beyond ASCII; its Mac does not. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record BorrowedPassword(Passphrase password, byte[] salt, int rounds) implements PBEKey {
        @Override
        public char[] getPassword() {
            return password.expose().clone();
        }

        @Override
        public byte[] getSalt() {
            return salt.clone();
        }

        @Override
        public int getIterationCount() {
            return rounds;
        }

        @Override
        public String getAlgorithm() {
            return "PBE";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
