package org.sealpost.cmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;

/** A message as it arrived. What it says is not to be believed before {@link CmpMac} or {@link #signedBy} has held. */
public final class CmpMessage {
    /** The largest message that is read, in bytes. */
    public static final int LARGEST = 128 * 1024;

    /** Random bytes that make a transaction's name or a nonce one of a kind (RFC 9483 section 3.1 asks for 16). */
    static final int NONCE_LENGTH = 16;

    static final String WHAT = "CMP message";
    private static final int LONGEST_FIELD = 128;
    private static final int OLDEST_VERSION = 2;
    private static final int NEWEST_VERSION = 3;

    private final PKIMessage message;
    private final String transactionId;
    private final byte[] senderNonce;

    /** How a message is protected. */
    public enum Protection {
        /** Not at all. */
        NONE,
        /** By a MAC under a shared secret. */
        MAC,
        /** By a signature. */
        SIGNATURE
    }

    private CmpMessage(PKIMessage message) {
        this.message = message;
        this.transactionId = hex(message.getHeader().getTransactionID(), CmpFailure.BAD_REQUEST);
        this.senderNonce =
                HexFormat.of().parseHex(hex(message.getHeader().getSenderNonce(), CmpFailure.BAD_SENDER_NONCE));
    }

    /**
     * Reads a message.
     *
     * @param der the whole message
     * @throws BadEncoding when it is none, or too large
     * @throws CmpRefused when its header lacks what has to be there
     */
    public static CmpMessage parse(byte[] der) {
        if (der.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        return GuardedParsing.of(WHAT, () -> {
            PKIMessage message = PKIMessage.getInstance(Asn1Bounds.parse(der, WHAT));
            int version = message.getHeader().getPvno().intValueExact();
            if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
                throw new CmpRefused(CmpFailure.UNSUPPORTED_VERSION, "cmp-version", version);
            }
            return new CmpMessage(message);
        });
    }

    private static String hex(ASN1OctetString field, CmpFailure otherwise) {
        if (field == null || field.getOctets().length < NONCE_LENGTH || field.getOctets().length > LONGEST_FIELD) {
            throw new CmpRefused(otherwise, "cmp-header");
        }
        return HexFormat.of().formatHex(field.getOctets());
    }

    /** What it asks for. */
    public CmpKind kind() {
        return CmpKind.of(message.getBody().getType());
    }

    /** Name of the transaction, hexadecimal, 32 to 256 digits. */
    public String transactionId() {
        return transactionId;
    }

    byte[] senderNonce() {
        return senderNonce.clone();
    }

    /** Whether it answers the message with that nonce. */
    public boolean answers(byte[] nonce) {
        return read(() -> {
            ASN1OctetString answered = header().getRecipNonce();
            return answered != null && Arrays.equals(answered.getOctets(), nonce);
        });
    }

    /** The name of the shared secret, as text; empty when there is none that could be one. */
    public Optional<String> reference() {
        return read(() -> Optional.ofNullable(header().getSenderKID())
                .map(ASN1OctetString::getOctets)
                .filter(octets -> octets.length <= LONGEST_FIELD)
                .map(octets -> new String(octets, StandardCharsets.UTF_8)));
    }

    /** When it was made by its sender's clock; empty when it does not say. */
    public Optional<Instant> madeAt() {
        return read(() ->
                header().getMessageTime() == null ? Optional.empty() : Optional.of(instant(header().getMessageTime())));
    }

    private static Instant instant(ASN1GeneralizedTime time) {
        try {
            return time.getDate().toInstant();
        } catch (ParseException e) {
            throw new BadEncoding(WHAT, e);
        }
    }

    /** Whether its sender asks to be spared the confirmation. */
    public boolean asksForImplicitConfirmation() {
        return read(() -> {
            InfoTypeAndValue[] all = header().getGeneralInfo();
            return all != null
                    && Stream.of(all)
                            .anyMatch(one -> one.getInfoType().equals(CMPObjectIdentifiers.it_implicitConfirm));
        });
    }

    /** How it is protected, which says nothing of whether that holds. */
    public Protection protection() {
        return read(() -> {
            if (message.getProtection() == null || header().getProtectionAlg() == null) {
                return Protection.NONE;
            }
            ASN1ObjectIdentifier algorithm = header().getProtectionAlg().getAlgorithm();
            boolean mac = algorithm.equals(CMPObjectIdentifiers.passwordBasedMac)
                    || algorithm.equals(PKCSObjectIdentifiers.id_PBMAC1);
            return mac ? Protection.MAC : Protection.SIGNATURE;
        });
    }

    /** The certificate that it says it is signed with: the first of its own; empty when it brings none. */
    public Optional<X509Certificate> signer() {
        return read(() -> {
            CMPCertificate[] extra = message.getExtraCerts();
            return extra == null || extra.length == 0
                    ? Optional.empty()
                    : Optional.of(Certificates.parse(encoded(extra[0])));
        });
    }

    /** Whether it is signed by the key of that certificate, with an algorithm that the product uses itself. */
    public boolean signedBy(Providers providers, X509Certificate certificate) {
        return new SignatureProtection(providers).holds(message, certificate.getPublicKey());
    }

    /** What it asks for, in detail. */
    public CmpContent content() {
        return new CmpContent(message.getBody());
    }

    /** Names of what a question asks for and what the product knows, in its order. */
    public List<CmpQuestion> questions() {
        return content().questions();
    }

    PKIMessage encoded() {
        return message;
    }

    PKIHeader header() {
        return message.getHeader();
    }

    static byte[] encoded(ASN1Object part) {
        try {
            return part.getEncoded();
        } catch (IOException e) {
            throw new BadEncoding(WHAT, e);
        }
    }

    private static <T> T read(GuardedParsing.Parsing<T> field) {
        return GuardedParsing.of(WHAT, field);
    }
}
