package org.sealpost.lookup;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.sealpost.directory.ListedPerson;
import org.sealpost.pki.Certificates;

/** Somebody's name, address and certificate as vCard 4.0 (RFC 6350): address books of every make read it. */
final class VisitingCard {
    private static final String COMPONENT = "VCARD";

    private VisitingCard() {}

    /** UTF-8; the certificate is in it as a data URI (section 6.8.1). */
    static byte[] write(Enabled one) {
        return write(
                one.entry().displayName(),
                Optional.of(one.person()),
                one.entry().address(),
                one.certificate());
    }

    /** As {@link #write(Enabled)}; the address stands for the name, which a card has to have (section 6.2.1). */
    static byte[] nameless(String address, X509Certificate certificate) {
        return write(address, Optional.empty(), address, certificate);
    }

    private static byte[] write(
            String name, Optional<ListedPerson> person, String address, X509Certificate certificate) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (VObjectWriter card =
                new VObjectWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), SyntaxStyle.NEW)) {
            card.writeBeginComponent(COMPONENT);
            card.writeVersion("4.0");
            card.writeProperty("FN", escaped(name));
            if (person.isPresent()) {
                name(card, person.get());
            }
            card.writeProperty("EMAIL", escaped(address));
            card.writeProperty(
                    "KEY",
                    "data:application/pkix-cert;base64,"
                            + Base64.getEncoder().encodeToString(Certificates.der(certificate)));
            card.writeEndComponent(COMPONENT);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return out.toByteArray();
    }

    /** Family name and given name of the five parts that a name has (section 6.2.2), as far as the directory knows them. */
    private static void name(VObjectWriter card, ListedPerson person) throws IOException {
        if (!person.surname().isEmpty() || !person.givenName().isEmpty()) {
            card.writeProperty("N", escaped(person.surname()) + ";" + escaped(person.givenName()) + ";;;");
        }
    }

    private static String escaped(String text) {
        return VObjectPropertyValues.escape(text);
    }
}
