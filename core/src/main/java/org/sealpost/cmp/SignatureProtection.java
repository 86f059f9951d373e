package org.sealpost.cmp;

import java.security.PublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/** Checks a message's signature. */
final class SignatureProtection {
    private static final Set<ASN1ObjectIdentifier> ALLOWED = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption);

    private final Providers providers;

    SignatureProtection(Providers providers) {
        this.providers = providers;
    }

    boolean holds(PKIMessage message, PublicKey key) {
        return GuardedParsing.of(CmpMessage.WHAT, () -> {
            if (!ALLOWED.contains(message.getHeader().getProtectionAlg().getAlgorithm())) {
                throw new CmpRefused(CmpFailure.BAD_ALG, "cmp-algorithm");
            }
            try {
                return new ProtectedPKIMessage(new GeneralPKIMessage(message))
                        .verify(new JcaContentVerifierProviderBuilder()
                                .setProvider(providers.signature(key.getAlgorithm()))
                                .build(providers.adopt(key)));
            } catch (CMPException | OperatorCreationException e) {
                return false;
            }
        });
    }
}
