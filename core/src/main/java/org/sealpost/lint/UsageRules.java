package org.sealpost.lint;

import static org.sealpost.lint.LintRule.notice;
import static org.sealpost.lint.LintRule.shall;
import static org.sealpost.lint.LintRule.should;
import static org.sealpost.lint.LintRule.strict;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a key may be used for. */
final class UsageRules {
    private static final String KEY_USAGE = "SMIME BR 7.1.2.3 e";
    private static final String PURPOSES = "SMIME BR 7.1.2.3 f";
    private static final Set<KeyPurposeId> FORBIDDEN = Set.of(
            KeyPurposeId.id_kp_serverAuth,
            KeyPurposeId.id_kp_codeSigning,
            KeyPurposeId.id_kp_timeStamping,
            KeyPurposeId.anyExtendedKeyUsage);

    private static final int[] EVERY = {
        KeyUsage.digitalSignature,
        KeyUsage.nonRepudiation,
        KeyUsage.keyEncipherment,
        KeyUsage.dataEncipherment,
        KeyUsage.keyAgreement,
        KeyUsage.keyCertSign,
        KeyUsage.cRLSign,
        KeyUsage.encipherOnly,
        KeyUsage.decipherOnly
    };

    private static final int SIGNS = KeyUsage.digitalSignature;
    private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private static final int CURVE_EXTRAS = KeyUsage.encipherOnly | KeyUsage.decipherOnly;

    static final List<LintRule> ALL = List.of(
            shall("key-usage-present", KEY_USAGE, one -> one.has(Extension.keyUsage)),
            should(
                    "key-usage-critical",
                    KEY_USAGE,
                    one -> !one.has(Extension.keyUsage) || one.critical(Extension.keyUsage)),
            shall("key-usage-bits", KEY_USAGE, one -> !one.has(Extension.keyUsage) || fits(one)),
            strict("data-encipherment", KEY_USAGE, one -> (bits(one) & KeyUsage.dataEncipherment) == 0),
            shall("cipher-only", "RFC 5280 4.2.1.3", UsageRules::cipherOnlyWithAgreement),
            notice("one-use", "RFC 8550 4.4.2", UsageRules::oneUse),
            shall("purposes-present", PURPOSES, one -> one.has(Extension.extendedKeyUsage)),
            shall(
                    "mail-purpose",
                    PURPOSES,
                    one -> !one.has(Extension.extendedKeyUsage)
                            || purposes(one).contains(KeyPurposeId.id_kp_emailProtection)),
            shall("forbidden-purpose", PURPOSES, one -> purposes(one).stream().noneMatch(FORBIDDEN::contains)),
            strict("mail-alone", PURPOSES, UsageRules::mailAlone));

    private UsageRules() {}

    /** The bits by their numbers in {@link KeyUsage}. */
    private static int bits(LintedCertificate one) {
        return one.value(Extension.keyUsage, KeyUsage::getInstance)
                .map(usage -> Arrays.stream(EVERY).filter(usage::hasUsages).sum())
                .orElse(0);
    }

    /** Signs or takes keys or both, by bits that the kind of key has; each extra only beside the bit it belongs to. */
    private static boolean fits(LintedCertificate one) {
        int bits = bits(one);
        if (KeyRules.isRsa(one.key())) {
            return made(bits, KeyUsage.keyEncipherment, KeyUsage.dataEncipherment);
        }
        if (KeyRules.isCurve(one.key())) {
            return made(bits & ~CURVE_EXTRAS, KeyUsage.keyAgreement, 0);
        }
        return made(bits, 0, 0);
    }

    private static boolean made(int bits, int takesKeys, int extra) {
        boolean signs = (bits & SIGNS) != 0;
        boolean takes = (bits & takesKeys) != 0;
        int allowed = (signs ? SIGNING : 0) | (takes ? takesKeys | extra : 0);
        return (signs || takes) && (bits & ~allowed) == 0;
    }

    private static boolean cipherOnlyWithAgreement(LintedCertificate one) {
        int bits = bits(one);
        return (bits & CURVE_EXTRAS) == 0 || (bits & KeyUsage.keyAgreement) != 0;
    }

    /** Where mail is missing or something forbidden is there, other rules say so. */
    private static boolean mailAlone(LintedCertificate one) {
        List<KeyPurposeId> purposes = purposes(one);
        return !purposes.contains(KeyPurposeId.id_kp_emailProtection)
                || purposes.stream()
                        .filter(purpose -> !FORBIDDEN.contains(purpose))
                        .allMatch(KeyPurposeId.id_kp_emailProtection::equals);
    }

    private static boolean oneUse(LintedCertificate one) {
        int bits = bits(one);
        return (bits & SIGNS) == 0 || (bits & (KeyUsage.keyEncipherment | KeyUsage.keyAgreement)) == 0;
    }

    private static List<KeyPurposeId> purposes(LintedCertificate one) {
        return one.value(Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance)
                .map(usage -> List.of(usage.getUsages()))
                .orElse(List.of());
    }
}
