package org.sealpost.epf;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/**
 * Exports one pair as PKCS #12 in the form of the 1990s (RFC 7292 appendix C: Triple DES and SHA-1), for programs that read
 * no newer one: GnuPG's gpgsm to 2.2, Windows before 10. It is weaker than a security file, and made only when its owner
 * asks for this very form; it is no security file and is never opened as one. One pair a file: gpgsm takes the first key
 * and leaves the others.
 */
public final class OlderExport {

    /** A slow derivation is all that this form offers against guessing. */
    static final int ROUNDS = 200_000;

    private final Providers providers;
    private final SecureRandom random;

    public OlderExport(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    /**
     * Exports.
     *
     * @param name shown by the program that imports it
     * @param pair an RSA pair: gpgsm 2.2 ends with a crash when it finds an EC key
     * @param authorities certificates to bring along
     * @param password for this file alone, never the security file's own
     * @throws NoOlderForm when the pair is no RSA pair
     */
    public byte[] export(String name, OwnedKey pair, List<X509Certificate> authorities, Passphrase password) {
        if (!pair.privateKey().getAlgorithm().equals("RSA")) {
            throw new NoOlderForm(pair.privateKey().getAlgorithm());
        }
        try (SecretBytes encoded = SecretBytes.taking(pair.privateKey().getEncoded())) {
            PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
            builder.addData(named(
                    new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(encoded.expose()), encryptor(password)),
                    name,
                    pair));
            builder.addData(named(new PKCS12SafeBagBuilder(asn1(pair.certificate())), name, pair));
            for (X509Certificate authority : authorities) {
                builder.addData(new PKCS12SafeBagBuilder(asn1(authority)).build());
            }
            JcePKCS12MacCalculatorBuilder check = new JcePKCS12MacCalculatorBuilder();
            check.setProvider(providers.bouncyCastle()).setIterationCount(ROUNDS);
            return builder.build(check, password.expose()).getEncoded(ASN1Encoding.DER);
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new IllegalStateException("a structure in memory encodes", e);
        }
    }

    private OutputEncryptor encryptor(Passphrase password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                .setProvider(providers.bouncyCastle())
                .setRandom(random)
                .setIterationCount(ROUNDS)
                .build(password.expose());
    }

    private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, String name, OwnedKey pair) {
        byte[] id = Hex.decode(Certificates.fingerprint(pair.certificate()));
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(name))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id))
                .build();
    }

    private static Certificate asn1(X509Certificate certificate) {
        return Certificate.getInstance(Certificates.der(certificate));
    }
}
