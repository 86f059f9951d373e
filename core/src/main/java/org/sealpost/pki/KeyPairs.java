package org.sealpost.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.sealpost.crypto.Providers;

/** Makes key pairs, as objects of the provider that will use them. */
public final class KeyPairs {
    private final Providers providers;
    private final SecureRandom random;

    public KeyPairs(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    /** Makes a pair; RSA-3072 takes a third of a second, EC some microseconds. */
    public KeyPair generate(KeyType type) {
        boolean rsa = type.algorithm().equals("RSA");
        Provider provider = rsa ? providers.rsaKeys() : providers.ellipticCurves();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm(), provider);
            generator.initialize(
                    rsa
                            ? new RSAKeyGenParameterSpec(type.bits(), RSAKeyGenParameterSpec.F4)
                            : new ECGenParameterSpec(type.curve()),
                    random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " does not make " + type, e);
        }
    }
}
