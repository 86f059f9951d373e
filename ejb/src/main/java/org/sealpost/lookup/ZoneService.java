package org.sealpost.lookup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.dane.SmimeaRecord;
import org.sealpost.mime.Address;
import org.sealpost.model.Page;

/** Records for the domain name system (RFC 8162) about everybody who has a certificate in force. */
@Stateless
@RolesAllowed({"km-admin", "mailbox-admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ZoneService {
    @Inject
    InForce inForce;

    @Inject
    Clock clock;

    /**
     * The domain in the form that records have.
     *
     * @throws org.sealpost.mime.InvalidAddress when it is no domain of mail addresses
     */
    public String domain(String typed) {
        return Address.of("postmaster@" + typed.strip()).domain();
    }

    /**
     * Writes a zone file's lines as they are read; the stream stays open.
     *
     * @param domain only mailboxes of that domain, as {@link #domain} gives it
     * @throws IOException when the stream cannot be written
     */
    public void write(Optional<String> domain, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
        text.write("; S/MIME certificates (RFC 8162) at " + clock.instant() + "\n");
        Optional<String> after = Optional.empty();
        do {
            Page<List<SmimeaRecord>> page = inForce.records(after);
            for (List<SmimeaRecord> mailbox : page.rows()) {
                for (SmimeaRecord one : mailbox) {
                    if (domain.isEmpty() || one.owner().endsWith("._smimecert." + domain.get() + ".")) {
                        text.write(one.zoneText());
                    }
                }
            }
            after = page.nextKey();
        } while (after.isPresent());
        text.flush();
    }
}
