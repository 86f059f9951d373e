package org.sealpost.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sealpost.crypto.Providers;

/** An organisation that is not ours and makes its certificates as it likes. */
public final class ForeignPki {
    static final Instant NOW = SampleAuthority.NOW;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name name;
    private final KeyPair pair;
    private final KeyType type;
    private final X509Certificate certificate;

    private ForeignPki(X500Name name, KeyPair pair, KeyType type, X509Certificate certificate) {
        this.name = name;
        this.pair = pair;
        this.type = type;
        this.certificate = certificate;
    }

    /** What a certificate says, to be changed by the test. */
    interface Saying {
        void add(X509v3CertificateBuilder builder) throws IOException;
    }

    static Saying nothing() {
        return builder -> {};
    }

    static Saying authority() {
        return builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        };
    }

    static Saying authorityFor(GeneralName permitted) {
        return authorityWithin(new GeneralSubtree(permitted));
    }

    static Saying authorityWithin(GeneralSubtree permitted) {
        return builder -> {
            authority().add(builder);
            GeneralSubtree[] subtrees = {permitted};
            builder.addExtension(Extension.nameConstraints, true, new NameConstraints(subtrees, null));
        };
    }

    static Saying authorityExcept(GeneralName excluded) {
        return builder -> {
            authority().add(builder);
            GeneralSubtree[] subtrees = {new GeneralSubtree(excluded)};
            builder.addExtension(Extension.nameConstraints, true, new NameConstraints(null, subtrees));
        };
    }

    static Saying saying(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        return builder -> {
            authority().add(builder);
            builder.addExtension(extension, critical, value);
        };
    }

    static Saying mailbox(String... addresses) {
        return builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(Stream.of(addresses).map(Names::mailbox).toArray(GeneralName[]::new)));
        };
    }

    /** A root of its own. */
    public static ForeignPki root() {
        return root("CN=Partner CA", authority());
    }

    static ForeignPki root(String name, Saying saying) {
        return root(name, saying, KeyType.EC_P256, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1000)));
    }

    static ForeignPki root(String name, Saying saying, KeyType type, Instant from, Instant until) {
        KeyPair pair = new KeyPairs(Providers.best(), RANDOM).generate(type);
        X500Name own = new X500Name(name);
        return new ForeignPki(own, pair, type, build(own, pair, type, new Holder(own, pair, from, until), saying));
    }

    /** What this one certifies: an authority or a mailbox. */
    ForeignPki issue(String name, Saying saying) {
        KeyPair own = new KeyPairs(Providers.best(), RANDOM).generate(type);
        X500Name subject = new X500Name(name);
        Holder holder = new Holder(subject, own, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(300)));
        return new ForeignPki(subject, own, type, build(this.name, pair, type, holder, saying));
    }

    /** Whose certificate, and how long it is valid. */
    private record Holder(X500Name name, KeyPair pair, Instant from, Instant until) {}

    private static X509Certificate build(X500Name issuer, KeyPair by, KeyType type, Holder holder, Saying saying) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(64, RANDOM).setBit(63),
                Date.from(holder.from()),
                Date.from(holder.until()),
                holder.name(),
                SubjectPublicKeyInfo.getInstance(holder.pair().getPublic().getEncoded()));
        try {
            saying.add(builder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Certificates.convert(builder.build(signer(by, type)));
    }

    private static ContentSigner signer(KeyPair by, KeyType type) {
        try {
            return new JcaContentSignerBuilder(type.signatureAlgorithm())
                    .setProvider(Providers.best().signature(type.algorithm()))
                    .build(by.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public OwnedKey key() {
        return new OwnedKey(pair.getPrivate(), certificate);
    }

    /** Certifies a mailbox. */
    public OwnedKey mailboxOf(String address) {
        return issue("CN=" + address.replace("@", " at "), mailbox(address)).key();
    }

    /** What a list says beside its entries. */
    interface Listing {
        void add(X509v2CRLBuilder builder) throws IOException;
    }

    /** A list that revokes these. */
    public X509CRL list(Instant made, Instant next, X509Certificate... revoked) {
        return list(made, next, builder -> Stream.of(revoked)
                .forEach(one -> builder.addCRLEntry(one.getSerialNumber(), Date.from(made), CRLReason.keyCompromise)));
    }

    X509CRL list(Instant made, Instant next, Listing listing) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(made)).setNextUpdate(Date.from(next));
        try {
            listing.add(builder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Certificates.convert(builder.build(signer(pair, type)));
    }
}
