package org.sealpost.acme;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sealpost.mime.Address;
import org.sealpost.model.IssuedCertificate;

/**
 * The mail that tells a partner that a certificate ends. Nobody signs it, as nobody signs challenges, and it asks for nothing
 * that a forged one could be after.
 *
 * @param from whom it comes from
 * @param organisation as people know it
 * @param language of its text; English where there is no text of that language
 * @param directory where an ACME client begins
 */
record ExpiryMail(Address from, String organisation, Locale language, String directory) {
    private static final String BUNDLE = "org.sealpost.acme.expiry";
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** Writes it. */
    byte[] of(IssuedCertificate certificate, Instant now) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language, ExpiryMail.class.getClassLoader());
        String end = DateTimeFormatter.ofPattern(texts.getString("date"), language)
                .format(certificate.notAfter().atOffset(ZoneOffset.UTC));
        String header = String.join(
                "\r\n",
                "Date: " + DATE.format(now.atOffset(ZoneOffset.UTC)),
                "From: <" + from.spec() + ">",
                "To: <" + certificate.address() + ">",
                "Subject: " + filled(texts, "subject", end),
                "Message-ID: <end." + certificate.serial().value() + "@" + from.domain() + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64");
        String text = filled(
                texts,
                "text",
                organisation,
                certificate.address(),
                end,
                certificate.serial().value(),
                directory);
        byte[] octets = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return (header + "\r\n\r\n" + Base64.getMimeEncoder().encodeToString(octets) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String filled(ResourceBundle texts, String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
