package org.sealpost.pki;

import java.net.IDN;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * Whether the names in a chain are those for which its authorities may vouch: the mail domains that were permitted when
 * the authority was imported, and the name constraints in the authorities' own certificates (RFC 5280 section 4.2.1.10).
 * What cannot be read is out of bounds.
 */
final class NamesInBounds {
    private static final int MOST_SUBTREES = 256;
    private static final String WHAT = "name constraints";

    private NamesInBounds() {}

    /**
     * The first name that is out of bounds; empty when all are within.
     *
     * @param chain the certificate first, the trusted authority last
     * @param permitted by whoever trusts that authority
     */
    static Optional<String> outside(List<X509Certificate> chain, Optional<MailDomains> permitted) {
        try {
            Optional<String> foreign = permitted.flatMap(domains -> outside(chain.get(0), domains));
            return foreign.isPresent() ? foreign : outside(chain);
        } catch (BadEncoding unreadable) {
            return Optional.of(chain.get(0).getSubjectX500Principal().getName());
        }
    }

    /** Whoever is vouched for without a mail address is not vouched for within a domain. */
    private static Optional<String> outside(X509Certificate certificate, MailDomains permitted) {
        List<String> addresses = Certificates.addresses(certificate);
        return addresses.isEmpty()
                ? Optional.of(certificate.getSubjectX500Principal().getName())
                : addresses.stream().filter(one -> !permitted.allow(one)).findFirst();
    }

    private static Optional<String> outside(List<X509Certificate> chain) {
        for (int above = 1; above < chain.size(); above++) {
            Optional<NameConstraints> constraints = constraints(chain.get(above));
            if (constraints.isEmpty()) {
                continue;
            }
            PKIXNameConstraintValidator validator = validator(constraints.get());
            for (X509Certificate below : chain.subList(0, above)) {
                Optional<String> outside = outside(below, validator);
                if (outside.isPresent()) {
                    return outside;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NameConstraints> constraints(X509Certificate authority) {
        byte[] extension = authority.getExtensionValue(Extension.nameConstraints.getId());
        return extension == null
                ? Optional.empty()
                : Optional.of(GuardedParsing.of(
                        WHAT,
                        () -> NameConstraints.getInstance(Asn1Bounds.parse(
                                ASN1OctetString.getInstance(extension).getOctets(), WHAT))));
    }

    private static PKIXNameConstraintValidator validator(NameConstraints constraints) {
        return GuardedParsing.of(WHAT, () -> {
            PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
            GeneralSubtree[] permitted = bounded(constraints.getPermittedSubtrees());
            if (permitted.length > 0) {
                validator.intersectPermittedSubtree(permitted);
            }
            for (GeneralSubtree excluded : bounded(constraints.getExcludedSubtrees())) {
                validator.addExcludedSubtree(excluded);
            }
            return validator;
        });
    }

    /** RFC 5280 leaves minimum and maximum no other values than these. */
    private static GeneralSubtree[] bounded(GeneralSubtree @Nullable [] subtrees) {
        if (subtrees == null) {
            return new GeneralSubtree[0];
        }
        for (GeneralSubtree subtree : subtrees) {
            if (subtree.getMinimum().signum() != 0 || subtree.getMaximum() != null) {
                throw new BadEncoding(WHAT);
            }
        }
        if (subtrees.length > MOST_SUBTREES) {
            throw new BadEncoding(WHAT);
        }
        return subtrees;
    }

    private static Optional<String> outside(X509Certificate certificate, PKIXNameConstraintValidator validator) {
        String subject = certificate.getSubjectX500Principal().getName();
        return GuardedParsing.of(WHAT, () -> {
            try {
                X500Name name = X500Name.getInstance(
                        certificate.getSubjectX500Principal().getEncoded());
                validator.checkPermittedDN(name);
                validator.checkExcludedDN(name);
                for (GeneralName one : names(certificate)) {
                    validator.checkPermitted(one);
                    validator.checkExcluded(one);
                }
                return Optional.empty();
            } catch (NameConstraintValidatorException e) {
                return Optional.of(subject);
            }
        });
    }

    /** The alternative names; international mail addresses stand under the constraints for mail (RFC 9598 section 6). */
    private static List<GeneralName> names(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return List.of();
        }
        GeneralNames given = GeneralNames.getInstance(
                Asn1Bounds.parse(ASN1OctetString.getInstance(extension).getOctets(), WHAT));
        List<GeneralName> names = new ArrayList<>(List.of(given.getNames()));
        Certificates.addresses(certificate).forEach(one -> names.add(asciiMailbox(one)));
        return names;
    }

    private static GeneralName asciiMailbox(String address) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, Math.max(at, 0));
        boolean ascii = local.chars().allMatch(letter -> letter < 0x80);
        return new GeneralName(
                GeneralName.rfc822Name,
                (ascii ? local : "x")
                        + '@'
                        + IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT));
    }
}
