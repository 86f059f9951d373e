package org.sealpost.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sealpost.crypto.Providers;
import org.sealpost.lint.CertificateLint;
import org.sealpost.lint.LintProfile;

/**
 * The organisation's certification authority while its key is unlocked; closing destroys the key. It signs what it is
 * told: recording orders, checking proofs and numbering lists are its callers' work.
 */
public final class CertificateAuthority implements AutoCloseable {
    private static final Period ROOT_LIFETIME = Period.ofYears(10);

    private final Providers providers;
    private final OwnedKey root;
    private final X500Name name;
    private final Addresses addresses;

    /**
     * Where relying parties find what they need (plain http, RFC 5280 section 8).
     *
     * @param crl the complete revocation list
     * @param deltaCrl what was revoked since an earlier complete list
     * @param ocsp answers about single certificates (RFC 6960)
     * @param issuerCertificate the authority's certificate in DER
     */
    public record Addresses(URI crl, URI deltaCrl, URI ocsp, URI issuerCertificate) {}

    /**
     * What a new root is made from.
     *
     * @param organisation the organisation's name, any text
     * @param type {@link KeyType#EC_P256} by default
     * @param serial from {@link CertificateOrder#newSerial}
     * @param notBefore start of its ten years
     */
    public record RootOrder(String organisation, KeyType type, BigInteger serial, Instant notBefore) {}

    /** @param root the authority's key and certificate; owned and closed by this object */
    public CertificateAuthority(Providers providers, OwnedKey root, Addresses addresses) {
        this.providers = providers;
        this.root = root;
        this.name = X500Name.getInstance(
                root.certificate().getSubjectX500Principal().getEncoded());
        this.addresses = addresses;
    }

    /** Makes a new self-signed root, valid for ten years. */
    public static OwnedKey createRoot(Providers providers, KeyPairs keyPairs, RootOrder order) {
        KeyPair pair = keyPairs.generate(order.type());
        X500Name name = Names.authority(order.organisation());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                order.serial(),
                Date.from(order.notBefore()),
                Date.from(plus(order.notBefore(), ROOT_LIFETIME)),
                name,
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        try {
            new CertificateExtensions(builder).addForAuthority(pair.getPublic());
        } catch (IOException e) {
            throw new IllegalStateException("extensions encode", e);
        }
        ContentSigner signer = signer(providers, pair.getPrivate(), order.type());
        return new OwnedKey(pair.getPrivate(), Certificates.convert(builder.build(signer)));
    }

    /** The authority's certificate. */
    public X509Certificate certificate() {
        return root.certificate();
    }

    /** The last instant of validity of the certificate for this order: known, and to be recorded, before signing. */
    public Instant notAfter(CertificateOrder order) {
        return cut(plus(order.notBefore(), order.lifetime()).truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Signs a certificate, if what it would say breaks no rule. The caller has recorded the order before and has checked
     * possession of the key.
     *
     * @throws org.sealpost.lint.CertificateRefused when it would break a rule of severity error; nothing was signed
     */
    public X509Certificate issue(CertificateOrder order) {
        X509v3CertificateBuilder builder = builder(
                order.serial(), order.notBefore(), notAfter(order), Names.of(order.subject()), order.publicKey());
        try {
            new CertificateExtensions(builder).addForMailbox(order, ownKeyId(), addresses);
            ContentSigner signer = signer();
            byte[] draft = builder.build(new DraftSigner(signer.getAlgorithmIdentifier()))
                    .getEncoded();
            CertificateLint.require(draft, LintProfile.STRICT);
            return Certificates.convert(builder.build(signer));
        } catch (IOException e) {
            throw new IllegalStateException("extensions encode", e);
        }
    }

    /**
     * A key that may sign answers about single certificates for the authority.
     *
     * @param publicKey its public half
     * @param serial from {@link CertificateOrder#newSerial}
     * @param notBefore start of its validity, whole seconds
     * @param lifetime days, because nobody can revoke it; cut at the authority's own end
     */
    public record ResponderOrder(PublicKey publicKey, BigInteger serial, Instant notBefore, Period lifetime) {}

    /** Certifies a delegated responder (RFC 6960 section 4.2.2.2): it signs answers and nothing else. */
    public X509Certificate issue(ResponderOrder order) {
        X509v3CertificateBuilder builder = builder(
                order.serial(),
                order.notBefore(),
                cut(plus(order.notBefore(), order.lifetime())),
                Names.responder(name),
                order.publicKey());
        try {
            new CertificateExtensions(builder).addForResponder(order.publicKey(), ownKeyId());
        } catch (IOException e) {
            throw new IllegalStateException("extensions encode", e);
        }
        return Certificates.convert(builder.build(signer()));
    }

    /**
     * What a certificate for the Key Manager's own messages is made from.
     *
     * @param key public half of the pair that signs them
     * @param serial from {@link CertificateOrder#newSerial}
     * @param notBefore start of its validity
     * @param notAfter its end; cut at the authority's own
     */
    public record MessageOrder(PublicKey key, BigInteger serial, Instant notBefore, Instant notAfter) {}

    /** Certifies a pair that signs the Key Manager's own messages, and no mail. */
    public X509Certificate issueForMessages(MessageOrder order) {
        X509v3CertificateBuilder builder =
                builder(order.serial(), order.notBefore(), cut(order.notAfter()), Names.messages(name), order.key());
        try {
            new CertificateExtensions(builder).addForMessages(order.key(), ownKeyId());
        } catch (IOException e) {
            throw new IllegalStateException("extensions encode", e);
        }
        return Certificates.convert(builder.build(signer()));
    }

    /** Certifies the escrow's key: keys are sealed to it, and nothing is signed by it. */
    public X509Certificate issue(TransferOrder order) {
        PublicKey key = TransferCertificate.key(providers, order.escrowKey());
        X509v3CertificateBuilder builder = builder(
                order.serial(),
                order.notBefore(),
                cut(plus(order.notBefore(), order.lifetime())),
                Names.escrow(name, order.version()),
                key);
        try {
            new CertificateExtensions(builder).addForTransfer(key, ownKeyId());
        } catch (IOException e) {
            throw new IllegalStateException("extensions encode", e);
        }
        return Certificates.convert(builder.build(signer()));
    }

    /**
     * Signs a revocation list, complete or delta.
     *
     * @return DER
     */
    public byte[] signCrl(RevocationList list) {
        try {
            return new RevocationListSigning(name, ownKeyId(), addresses.deltaCrl()).sign(list, signer());
        } catch (IOException e) {
            throw new IllegalStateException("a list encodes", e);
        }
    }

    private X509v3CertificateBuilder builder(
            BigInteger serial, Instant from, Instant until, X500Name subject, PublicKey key) {
        return new X509v3CertificateBuilder(
                name,
                serial,
                Date.from(from),
                Date.from(until),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    /** Nothing outlives its authority. */
    private Instant cut(Instant end) {
        Instant own = root.certificate().getNotAfter().toInstant();
        return end.isAfter(own) ? own : end;
    }

    private AuthorityKeyIdentifier ownKeyId() {
        return new AuthorityKeyIdentifier(
                CertificateExtensions.keyId(root.certificate().getPublicKey()));
    }

    private ContentSigner signer() {
        KeyType type = KeyType.of(root.certificate().getPublicKey())
                .orElseThrow(() -> new IllegalStateException("an authority's key is of a type that the product makes"));
        return signer(providers, root.privateKey(), type);
    }

    private static ContentSigner signer(Providers providers, PrivateKey key, KeyType type) {
        try {
            return new JcaContentSignerBuilder(type.signatureAlgorithm())
                    .setProvider(providers.signature(type.algorithm()))
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(type + " does not sign", e);
        }
    }

    private static Instant plus(Instant from, Period period) {
        return from.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    @Override
    public void close() {
        root.close();
    }
}
