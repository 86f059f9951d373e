package org.sealpost.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sealpost.model.MailboxId;

/**
 * Tells people what the Key Manager has to tell. What is told and what happened stand or fall together, because both
 * belong to one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Notices {
    @Inject
    NoticeTexts texts;

    @Inject
    KeyManagerMail mail;

    /** Tells the owner of a mailbox, who need not have been enabled ever. */
    public void tell(MailboxId to, Notice notice) {
        mail.put(to, texts.subject(notice), texts.body(notice));
    }
}
