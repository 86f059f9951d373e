package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;

/** Finds mailboxes by their last address that the directory has no longer: their certificates live on until they end. */
@ApplicationScoped
@Transactional
class Departed {
    @Inject
    MailboxRepository mailboxes;

    Candidate byAddress(String address) {
        List<Mailbox> found = mailboxes.byAddress(address);
        if (found.isEmpty()) {
            return Candidate.without(address, "", "unknown");
        }
        return found.size() > 1 ? Candidate.without(address, "", "ambiguous") : Candidate.departed(found.get(0));
    }
}
