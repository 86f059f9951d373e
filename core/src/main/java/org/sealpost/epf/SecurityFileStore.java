package org.sealpost.epf;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.SealpostException;

/**
 * Seals and opens security files: PKCS #12 (RFC 7292) with PBES2, AES-256-CBC and PBKDF2-HMAC-SHA-256 of at least
 * 600 000 rounds for the keys and HMAC-SHA-256 over the whole. OpenSSL, NSS and the JDK open it, mail programs import
 * it.
 */
public final class SecurityFileStore {
    /** The largest file that is opened, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    /** Rounds of PBKDF2 in what is sealed; what is opened may have fewer or more. */
    static final int ROUNDS = 600_000;

    private final Providers providers;
    private final SecureRandom random;
    private final int rounds;

    public SecurityFileStore(Providers providers, SecureRandom random) {
        this(providers, random, ROUNDS);
    }

    /** @param rounds of PBKDF2 in what is sealed; fewer than {@value #ROUNDS} for what protects nothing, as in a test */
    public SecurityFileStore(Providers providers, SecureRandom random, int rounds) {
        this.providers = providers;
        this.random = random;
        this.rounds = rounds;
    }

    /** Seals; takes about half a second, on purpose. */
    public byte[] seal(SecurityFile file, Passphrase password) {
        return seal(writer -> writer.contents(file), password);
    }

    /**
     * Seals encryption keys alone, as any PKCS #12 file: for somebody who may read a mailbox but not write in its name.
     *
     * @param mailbox the address, for the keys' names
     */
    public byte[] sealKeys(
            String mailbox, List<OwnedKey> encryption, List<X509Certificate> authorities, Passphrase password) {
        return seal(writer -> writer.contents(mailbox, encryption, authorities), password);
    }

    private byte[] seal(Function<PfxWriter, byte[]> writing, Passphrase password) {
        try (PasswordCipher cipher = new PasswordCipher(providers, password)) {
            byte[] contents = writing.apply(new PfxWriter(cipher, rounds, random));
            byte[] salt = PasswordCipher.newSalt(random);
            MacData mac = new PasswordMac(providers).make(password, contents, salt, 2 * rounds);
            ContentInfo data = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(contents));
            return new Pfx(data, mac).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a structure in memory encodes", e);
        }
    }

    /**
     * Opens.
     *
     * @return the file, to be closed by the caller
     * @throws WrongPassword when the password does not fit
     * @throws DamagedSecurityFile when it is not a security file, was altered, or breaks a bound
     */
    public SecurityFile open(byte[] epf, Passphrase password) {
        if (epf.length > LARGEST) {
            throw new DamagedSecurityFile("size", null);
        }
        password.expose();
        try {
            return openPfx(Pfx.getInstance(Asn1Bounds.parse(epf, "security file")), password);
        } catch (BadEncoding
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            // what Bouncy Castle's structures throw when their content is not what the type says
            throw new DamagedSecurityFile("structure", e);
        }
    }

    private SecurityFile openPfx(Pfx pfx, Passphrase password) {
        if (!pfx.getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.data) || pfx.getMacData() == null) {
            throw new DamagedSecurityFile("content", null);
        }
        byte[] contents =
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        boolean intact = new PasswordMac(providers).fits(pfx.getMacData(), password, contents);
        try (PasswordCipher cipher = new PasswordCipher(providers, password)) {
            PfxReader reader = new PfxReader(providers, cipher);
            if (!intact) {
                throw refusal(reader, contents);
            }
            reader.read(contents);
            return new SecurityFileAssembly(providers, reader).assemble();
        } catch (GeneralSecurityException e) {
            throw new DamagedSecurityFile("key", e);
        }
    }

    /** The check over the whole fails for a wrong password and for altered bytes; a key that opens tells which. */
    private static SealpostException refusal(PfxReader reader, byte[] contents) {
        try {
            reader.read(contents);
            return new DamagedSecurityFile("altered", null);
        } catch (GeneralSecurityException | BadEncoding e) {
            return reader.keys().isEmpty() ? new WrongPassword() : new DamagedSecurityFile("altered", e);
        }
    }

    /**
     * Seals under a new password; the old one must open the file.
     *
     * @throws WrongPassword when the old password does not fit
     * @throws DamagedSecurityFile as {@link #open}
     */
    public byte[] changePassword(byte[] epf, Passphrase old, Passphrase replacement) {
        try (SecurityFile file = open(epf, old)) {
            return seal(file, replacement);
        }
    }
}
