package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;

/** Chains of foreign organisations, which may have authorities below their root, good ones and others. */
class TrustedChainsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();
    private static final KeyPairs KEY_PAIRS = new KeyPairs(PROVIDERS, RANDOM);

    /** What an authority may be wrong about. */
    private enum Flaw {
        NONE,
        NO_AUTHORITY,
        MAY_NOT_SIGN_CERTIFICATES,
        UNKNOWN_CRITICAL_EXTENSION,
        OUTDATED_SIGNATURE
    }

    private record Node(String name, KeyPair pair, X509Certificate certificate) {}

    private static Node root() {
        KeyPair pair = KEY_PAIRS.generate(KeyType.RSA_2048);
        return new Node("CN=root", pair, certificate("CN=root", pair, new Node("CN=root", pair, dummy()), Flaw.NONE));
    }

    private static X509Certificate dummy() {
        return SampleAuthority.create().certificate();
    }

    private static Node below(Node issuer, String name, Flaw flaw) {
        KeyPair pair = KEY_PAIRS.generate(KeyType.RSA_2048);
        return new Node(name, pair, certificate(name, pair, issuer, flaw));
    }

    private static X509Certificate certificate(String name, KeyPair pair, Node issuer, Flaw flaw) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name(issuer.name()),
                new BigInteger(64, RANDOM),
                Date.from(NOW.minus(Duration.ofDays(1))),
                Date.from(NOW.plus(Duration.ofDays(100))),
                new X500Name(name),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        try {
            addExtensions(builder, flaw);
            String algorithm = flaw == Flaw.OUTDATED_SIGNATURE ? "SHA1withRSA" : "SHA256withRSA";
            return Certificates.convert(builder.build(new JcaContentSignerBuilder(algorithm)
                    .setProvider(PROVIDERS.rsaSignature())
                    .build(issuer.pair().getPrivate())));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addExtensions(X509v3CertificateBuilder builder, Flaw flaw) throws IOException {
        if (flaw != Flaw.NO_AUTHORITY) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        }
        int usage = flaw == Flaw.MAY_NOT_SIGN_CERTIFICATES ? KeyUsage.digitalSignature : KeyUsage.keyCertSign;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (flaw == Flaw.UNKNOWN_CRITICAL_EXTENSION) {
            builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, DERNull.INSTANCE);
        }
    }

    private static List<X509Certificate> chain(Node anchor, Node leaf, Node... others) {
        List<X509Certificate> along =
                new ArrayList<>(Arrays.stream(others).map(Node::certificate).toList());
        Collections.shuffle(along, new Random(1));
        return new TrustedChains(PROVIDERS, List.of(anchor.certificate())).from(leaf.certificate(), along);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void chainIsFoundThroughItsIntermediateAuthoritiesInAnyOrder(int between) {
        Node root = root();
        List<Node> path = new ArrayList<>(List.of(root));
        for (int i = 0; i < between; i++) {
            path.add(below(path.get(i), "CN=authority " + i, Flaw.NONE));
        }
        Node leaf = below(path.get(between), "CN=alice", Flaw.NO_AUTHORITY);
        List<X509Certificate> chain = chain(root, leaf, path.toArray(Node[]::new));
        assertThat(chain).hasSize(between + 2).startsWith(leaf.certificate()).endsWith(root.certificate());
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void authorityThatMayNotIssueBreaksTheChain(Flaw flaw) {
        Node root = root();
        Node middle = below(root, "CN=middle", flaw);
        Node leaf = below(middle, "CN=alice", Flaw.NO_AUTHORITY);
        assertThat(chain(root, leaf, middle)).hasSize(flaw == Flaw.NONE ? 3 : 0);
    }

    @Test
    void missingIntermediateBreaksTheChain() {
        Node root = root();
        Node middle = below(root, "CN=middle", Flaw.NONE);
        assertThat(chain(root, below(middle, "CN=alice", Flaw.NO_AUTHORITY))).isEmpty();
    }

    @Test
    void chainThatIsTooLongIsNotFollowed() {
        Node root = root();
        List<Node> path = new ArrayList<>(List.of(root));
        for (int i = 0; i < 8; i++) {
            path.add(below(path.get(i), "CN=authority " + i, Flaw.NONE));
        }
        Node leaf = below(path.get(8), "CN=alice", Flaw.NO_AUTHORITY);
        assertThat(chain(root, leaf, path.toArray(Node[]::new))).isEmpty();
    }

    @Test
    void authoritiesThatVouchForEachOtherLeadNowhere() {
        Node first = below(root(), "CN=first", Flaw.NONE);
        Node second = new Node("CN=second", first.pair(), certificate("CN=second", first.pair(), first, Flaw.NONE));
        Node circle = new Node("CN=first", first.pair(), certificate("CN=first", first.pair(), second, Flaw.NONE));
        Node leaf = below(second, "CN=alice", Flaw.NO_AUTHORITY);
        assertThat(chain(root(), leaf, second, circle)).isEmpty();
    }

    @Test
    void sameNameWithAnotherKeyIsAnotherAuthority() {
        Node root = root();
        Node impostor = root();
        Node leaf = below(impostor, "CN=alice", Flaw.NO_AUTHORITY);
        assertThat(chain(root, leaf, impostor)).isEmpty();
    }

    @Test
    void trustedCertificateIsItsOwnChain() {
        Node root = root();
        assertThat(chain(root, root)).containsExactly(root.certificate());
    }

    @Test
    void revocationThroughAnIntermediateAuthorityIsUnknownWithoutItsList() {
        Node root = root();
        Node middle = below(root, "CN=middle", Flaw.NONE);
        Node leaf = below(middle, "CN=alice", Flaw.NO_AUTHORITY);
        PathCheck check = new PathCheck(PROVIDERS, List.of(root.certificate()), List.of());
        PathReport report = check.check(new PathCheck.Question(
                leaf.certificate(), List.of(middle.certificate()), CertificateProfile.SIGNING, NOW, NOW, NOW));
        assertThat(report.chain().code()).isEqualTo("chain-trusted");
        assertThat(report.revocation().code()).isEqualTo("crl-missing");
    }

    @Test
    void alteredCertificatesNeverPassAndNeverBreakTheCheck() {
        SampleAuthority sample = SampleAuthority.create();
        PathCheck check = new PathCheck(PROVIDERS, List.of(sample.certificate()), List.of(sample.crl(NOW)));
        byte[] good = Certificates.der(
                sample.issue(CertificateProfile.SIGNING, "alice@corp.example").certificate());
        for (int i = 0; i < good.length; i++) {
            byte[] altered = good.clone();
            altered[i] ^= (byte) (1 << (i % 8));
            try {
                X509Certificate certificate = Certificates.parse(altered);
                PathReport report = check.check(
                        new PathCheck.Question(certificate, List.of(), CertificateProfile.SIGNING, NOW, NOW, NOW));
                assertThat(report.chain().ok()).as("byte %d", i).isFalse();
            } catch (BadEncoding expected) {
                assertThat(expected.arguments()).containsExactly("certificate");
            }
        }
    }
}
