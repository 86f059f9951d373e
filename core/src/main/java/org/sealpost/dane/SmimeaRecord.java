package org.sealpost.dane;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.sealpost.mime.Address;
import org.sealpost.pki.Certificates;

/**
 * One SMIMEA resource record (RFC 8162 section 2, fields of RFC 6698 section 2.1). The usage is always 3, the holder's own
 * certificate: whoever asks need not know the organisation's root.
 *
 * @param owner absolute name, with the dot at its end
 * @param selector 0 for the whole certificate, 1 for its key
 * @param matching 0 for the octets themselves, 1 for their SHA-256 hash
 * @param association hexadecimal
 */
public record SmimeaRecord(String owner, int selector, int matching, String association) {
    /** For how long others may keep a record, in seconds: so late does a revocation or a renewal reach the last of them. */
    public static final int SECONDS = 3600;

    private static final int USAGE = 3;
    private static final Pattern LINE = Pattern.compile("(?<=\\G.{64})");

    /** The whole certificate, for those who seal to the mailbox and have nothing but the domain name system. */
    public static List<SmimeaRecord> encryption(Address address, X509Certificate certificate) {
        String whole = HexFormat.of().formatHex(Certificates.der(certificate));
        return MailboxName.of(address)
                .map(owner -> new SmimeaRecord(owner, 0, 0, whole))
                .toList();
    }

    /** The hash of the key: signed mail brings its certificate along, and a renewal for the same key changes nothing. */
    public static List<SmimeaRecord> signing(Address address, X509Certificate certificate) {
        String hash = HexFormat.of().formatHex(MailboxName.sha256(key(certificate)));
        return MailboxName.of(address)
                .map(owner -> new SmimeaRecord(owner, 1, 1, hash))
                .toList();
    }

    private static byte[] key(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(Certificates.der(certificate))
                    .getSubjectPublicKeyInfo()
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a parsed certificate encodes", e);
        }
    }

    /** As a zone file has it (RFC 1035 section 5.1), ended by a line feed; long ones over several lines. */
    public String zoneText() {
        String start = owner + " " + SECONDS + " IN SMIMEA " + USAGE + " " + selector + " " + matching + " ";
        List<String> lines = Stream.of(LINE.split(association)).toList();
        return lines.size() == 1
                ? start + association + "\n"
                : lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n", start + "(\n", " )\n"));
    }
}
