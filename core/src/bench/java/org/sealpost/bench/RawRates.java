package org.sealpost.bench;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;

/** What this machine can do at most just now: signatures and key pairs a second of one thread's CPU time. */
record RawRates(double signatures, double ecPairs, double rsaPairs) {
    private static final double SECONDS = 2;

    static RawRates measure() throws Exception {
        KeyPairs pairs = new KeyPairs(Organisation.PROVIDERS, new SecureRandom());
        KeyPair pair = pairs.generate(KeyType.EC_P256);
        Signature signature = Signature.getInstance("SHA256withECDSA", Organisation.PROVIDERS.signature("EC"));
        byte[] content = new byte[1000];
        return new RawRates(
                rate(() -> {
                    signature.initSign(pair.getPrivate());
                    signature.update(content);
                    signature.sign();
                }),
                rate(() -> pairs.generate(KeyType.EC_P256)),
                rate(() -> pairs.generate(KeyType.RSA_3072)));
    }

    private static double rate(Cost.Work work) throws Exception {
        Cost.Contender contender = Cost.of(work, SECONDS);
        contender.warmUp();
        return 1 / contender.measure().cpu();
    }

    void print() {
        System.out.printf(
                "raw, a second of one thread's CPU time: %.0f signatures EC P-256, %.0f key pairs EC P-256, %.1f key"
                        + " pairs RSA-3072%n",
                signatures, ecPairs, rsaPairs);
    }
}
