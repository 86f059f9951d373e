package org.sealpost.cmp;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.iana.IANAObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.PBEMacCalculatorProvider;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorProviderBuilder;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/**
 * Protection by a shared secret: password-based MAC (RFC 9810 section 5.1.3.1) and PBMAC1 (RFC 9045 and RFC 8018). An
 * answer is protected in the manner of the request, with a salt of its own. Closing wipes the secret.
 */
public final class CmpMac implements CmpProtection, AutoCloseable {
    /** The most rounds that a sender may make the server go. */
    static final int MOST_ROUNDS = 100_000;

    private static final int MAC_BITS = 256;
    private static final int SALT_LENGTH = 16;
    private static final Set<ASN1ObjectIdentifier> ALLOWED = Set.of(
            OIWObjectIdentifiers.idSHA1,
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            IANAObjectIdentifiers.hmacSHA1,
            PKCSObjectIdentifiers.id_hmacWithSHA1,
            PKCSObjectIdentifiers.id_hmacWithSHA256,
            PKCSObjectIdentifiers.id_hmacWithSHA384,
            PKCSObjectIdentifiers.id_hmacWithSHA512);

    private final Providers providers;
    private final SecureRandom random;
    private final AlgorithmIdentifier algorithm;
    private final char[] secret;

    private CmpMac(Providers providers, SecureRandom random, AlgorithmIdentifier algorithm, char[] secret) {
        this.providers = providers;
        this.random = random;
        this.algorithm = algorithm;
        this.secret = secret;
    }

    /**
     * The protection of a message, if that is its secret.
     *
     * @return to be closed by the caller; empty when the secret is another one
     * @throws CmpRefused when the algorithm is not allowed or asks for more than {@value #MOST_ROUNDS} rounds
     * @throws org.sealpost.crypto.BadEncoding when its parameters are malformed
     */
    public static Optional<CmpMac> of(Providers providers, SecureRandom random, CmpMessage message, String secret) {
        AlgorithmIdentifier algorithm = message.header().getProtectionAlg();
        CmpMac mac = new CmpMac(providers, random, algorithm, secret.toCharArray());
        boolean holds = GuardedParsing.of(CmpMessage.WHAT, () -> mac.holds(message));
        if (!holds) {
            mac.close();
        }
        return holds ? Optional.of(mac) : Optional.empty();
    }

    private boolean holds(CmpMessage message) {
        requireBounded();
        try {
            return new ProtectedPKIMessage(new GeneralPKIMessage(message.encoded())).verify(calculators(), secret);
        } catch (CMPException e) {
            throw new CmpRefused(CmpFailure.BAD_ALG, "cmp-algorithm");
        }
    }

    private boolean passwordBased() {
        return algorithm.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac);
    }

    private void requireBounded() {
        if (passwordBased()) {
            PBMParameter parameters = PBMParameter.getInstance(algorithm.getParameters());
            require(parameters.getIterationCount().intValueExact(), parameters.getOwf(), parameters.getMac());
        } else {
            PBMAC1Params parameters = PBMAC1Params.getInstance(algorithm.getParameters());
            require(
                    derivation(parameters).getIterationCount().intValueExact(),
                    derivation(parameters).getPrf(),
                    parameters.getMessageAuthScheme());
        }
    }

    private static PBKDF2Params derivation(PBMAC1Params parameters) {
        return PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
    }

    private static void require(int rounds, AlgorithmIdentifier hash, AlgorithmIdentifier mac) {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new CmpRefused(CmpFailure.BAD_ALG, "cmp-rounds", MOST_ROUNDS);
        }
        if (!ALLOWED.contains(hash.getAlgorithm()) || !ALLOWED.contains(mac.getAlgorithm())) {
            throw new CmpRefused(CmpFailure.BAD_ALG, "cmp-algorithm");
        }
    }

    private PBEMacCalculatorProvider calculators() {
        return passwordBased()
                ? passwordBasedMac()
                : new JcePBMac1CalculatorProviderBuilder()
                        .setProvider(providers.bouncyCastle())
                        .build();
    }

    private PKMACBuilder passwordBasedMac() {
        return new PKMACBuilder(new JcePKMACValuesCalculator().setProvider(providers.bouncyCastle()), MOST_ROUNDS);
    }

    @Override
    public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder builder) throws CMPException {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        try {
            return builder.build(passwordBased() ? passwordBasedMac(salt) : derivedMac(salt));
        } catch (CRMFException | OperatorCreationException e) {
            throw new IllegalStateException("what could be checked can be made", e);
        }
    }

    private MacCalculator passwordBasedMac(byte[] salt) throws CRMFException {
        PBMParameter asked = PBMParameter.getInstance(algorithm.getParameters());
        return passwordBasedMac()
                .setParameters(new PBMParameter(
                        salt, asked.getOwf(), asked.getIterationCount().intValueExact(), asked.getMac()))
                .build(secret);
    }

    private MacCalculator derivedMac(byte[] salt) throws OperatorCreationException {
        return new JcePBMac1CalculatorBuilder("HmacSHA256", MAC_BITS)
                .setProvider(providers.bouncyCastle())
                .setIterationCount(derivation(PBMAC1Params.getInstance(algorithm.getParameters()))
                        .getIterationCount()
                        .intValueExact())
                .setSalt(salt)
                .setPrf(JcePBMac1CalculatorBuilder.PRF_SHA256)
                .build(secret);
    }

    /** Seals a private key to the secret. */
    char[] secret() {
        return secret;
    }

    @Override
    public void close() {
        Arrays.fill(secret, '\0');
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "CmpMac";
    }
}
