package org.sealpost.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.operator.ContentSigner;

/**
 * Puts a header and a signature around a list's entries (RFC 5280 section 5.1). The entries are octets already, which
 * is why this is not left to a builder of objects: a hundred thousand of them take it a second.
 */
final class RevocationListSigning {
    private static final int SEQUENCE = 0x30;
    private static final int VERSION_2 = 1;

    private final X500Name issuer;
    private final AuthorityKeyIdentifier issuerKey;
    private final URI deltaList;

    /** @param deltaList where the delta list to a complete one is published (RFC 5280 section 5.2.6) */
    RevocationListSigning(X500Name issuer, AuthorityKeyIdentifier issuerKey, URI deltaList) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
        this.deltaList = deltaList;
    }

    /** The signed list, DER. */
    byte[] sign(RevocationList list, ContentSigner signer) throws IOException {
        byte[] toBeSigned = sequence(content(list, signer));
        try (OutputStream out = signer.getOutputStream()) {
            out.write(toBeSigned);
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream(toBeSigned.length + 256);
        signed.write(toBeSigned);
        write(signed, signer.getAlgorithmIdentifier());
        write(signed, new DERBitString(signer.getSignature()));
        return sequence(signed);
    }

    private ByteArrayOutputStream content(RevocationList list, ContentSigner signer) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(content, new ASN1Integer(VERSION_2));
        write(content, signer.getAlgorithmIdentifier());
        write(content, issuer);
        write(content, RevocationEntryEncoding.time(list.thisUpdate()));
        write(content, RevocationEntryEncoding.time(list.nextUpdate()));
        if (list.size() > 0) {
            byte[] entries = list.entries();
            header(content, entries.length);
            content.write(entries);
        }
        write(content, new DERTaggedObject(true, 0, extensions(list)));
        return content;
    }

    private ASN1Encodable extensions(RevocationList list) throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.authorityKeyIdentifier, false, issuerKey);
        extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(list.number()));
        if (list.base().isPresent()) {
            BigInteger base = list.base().get();
            extensions.addExtension(Extension.deltaCRLIndicator, true, new CRLNumber(base));
        } else {
            CRLDistPoint place = CertificateExtensions.distributionPoint(deltaList);
            extensions.addExtension(Extension.freshestCRL, false, place);
        }
        return extensions.generate();
    }

    private static void write(OutputStream out, ASN1Encodable part) throws IOException {
        part.toASN1Primitive().encodeTo(out, "DER");
    }

    private static byte[] sequence(ByteArrayOutputStream content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(content.size() + 8);
        header(whole, content.size());
        content.writeTo(whole);
        return whole.toByteArray();
    }

    /** Tag and length of a SEQUENCE in the one form that DER allows. */
    private static void header(OutputStream out, int length) throws IOException {
        out.write(SEQUENCE);
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] octets = BigInteger.valueOf(length).toByteArray();
        int start = octets[0] == 0 ? 1 : 0;
        out.write(0x80 | (octets.length - start));
        out.write(octets, start, octets.length - start);
    }
}
