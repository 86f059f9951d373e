package org.sealpost.mailbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;

/** Sending from the web mailbox. Directory and signing stay outside of every transaction; only the job is one. */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendingService {
    /** People and groups that begin with the text, with their status; for completion, at most {@code limit}. */
    public List<Recipient> complete(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The status of what was typed into a recipient field; in the given order. */
    public List<Recipient> recipients(List<String> typed) {
        throw new UnsupportedOperationException();
    }

    /**
     * What a send would do now: asked by the page before it asks its user.
     *
     * @param answer the user's answer to the question of an earlier decision; it is put through the rules again
     */
    public SendingDecision decide(@Valid Draft draft, Optional<SendingAnswer> answer) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends: decides again, seals what is to be sealed and makes the job. With the key of a draft that was sent
     * before, the earlier job's number comes back and nothing is sent.
     *
     * @param password needed when the decision is to sign
     */
    public SendingOutcome send(@Valid Draft draft, Optional<SendingAnswer> answer, Optional<PasswordEntry> password) {
        throw new UnsupportedOperationException();
    }
}
