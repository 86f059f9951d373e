package org.sealpost.mailbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Optional;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;

/** The caller's own Inbox and Sent. Works in every state of the Key Manager: reading needs the password alone. */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailService {
    @Inject
    OwnMailbox own;

    @Inject
    StoredMail mail;

    @Inject
    MailOpening opening;

    @Inject
    Answers answers;

    /** A page of a folder, newest first. */
    public Page<MessageRow> list(@Valid MailQuery query) {
        return mail.page(own.entry().id(), query);
    }

    /** Messages in the Inbox that were not opened yet. */
    public long unseen() {
        return mail.unseen(own.entry().id());
    }

    /**
     * Whether opening it takes a password: an encrypted message does, a plain or clear-signed one never.
     *
     * @throws NoSuchMessage when the caller has no such message
     */
    public boolean needsPassword(long id) {
        return mail.find(own.entry().id(), id).row().seal().encrypted();
    }

    /**
     * Opens a message, marks it as seen and remembers for the lists whether its signature held.
     *
     * @param password for an encrypted message; not looked at otherwise
     * @throws NoSuchMessage when the caller has no such message
     * @throws PasswordNeeded when the message is encrypted and no password was given
     * @throws NoSecurityFile when there is no roaming copy and none was given
     */
    public OpenedMail open(long id, Optional<PasswordEntry> password) {
        MailboxId owner = own.entry().id();
        OpenedMail opened = opening.open(mail.find(owner, id), password);
        mail.opened(owner, opened);
        return opened;
    }

    /**
     * A message as it is stored, for a client that opens it by itself; it is not marked as seen.
     *
     * @throws NoSuchMessage when the caller has no such message
     */
    public FetchedMail fetch(long id) {
        StoredMail.Found found = mail.find(own.entry().id(), id);
        return new FetchedMail(
                found.row(),
                new StoredContent(found.row().size(), position -> mail.chunk(found.contentId(), position)));
    }

    /** @throws NoSuchMessage when the caller has no such message */
    public void delete(long id) {
        mail.delete(own.entry().id(), id);
    }

    /** The answer to a message as a new draft: quoted, in its thread, sealed anew when it is sent. */
    public Draft reply(OpenedMail opened, boolean toAll) {
        return answers.reply(opened, toAll, own.entry());
    }

    /** A new draft that sends the message on with its attachments, sealed anew to its new recipients. */
    public Draft forward(OpenedMail opened) {
        return answers.forward(opened);
    }
}
