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
import org.sealpost.model.AcmeOrder;

/**
 * The mail that brings a partner half of a challenge's token (RFC 8823 section 3.1). That it comes from this organisation is
 * for the mail server to sign that it is handed over to.
 *
 * @param from whom it comes from
 * @param organisation as people know it
 * @param language of its text; English where there is no text of that language
 */
record ChallengeMail(Address from, String organisation, Locale language) {
    private static final String BUNDLE = "org.sealpost.acme.challenge";
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    /**
     * Writes it.
     *
     * @throws java.util.NoSuchElementException when the half of the token has gone already
     */
    byte[] of(AcmeOrder order, Instant now) {
        String header = String.join(
                "\r\n",
                "Date: " + DATE.format(now.atOffset(ZoneOffset.UTC)),
                "From: <" + from.spec() + ">",
                "To: <" + order.address() + ">",
                "Subject: ACME: " + order.mailedPart().orElseThrow(),
                "Message-ID: " + PartnerMail.messageId(order.id(), from.domain()),
                "Auto-Submitted: auto-generated; type=acme",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64");
        return (header + "\r\n\r\n" + body(order.address()) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private String body(String address) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language, ChallengeMail.class.getClassLoader());
        String text = new MessageFormat(texts.getString("text"), language).format(new Object[] {organisation, address});
        return Base64.getMimeEncoder().encodeToString(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
