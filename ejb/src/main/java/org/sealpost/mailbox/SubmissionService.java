package org.sealpost.mailbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.jobs.JobSubmission;
import org.sealpost.jobs.Submission;
import org.sealpost.mime.Address;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageHeaders;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobSender;
import org.sealpost.model.JobTerms;
import org.sealpost.sending.SendingOptions;

/**
 * Sending for clients that sign and encrypt by themselves: neither a password nor the text of a sealed message comes
 * here. The client has put the rules of sending to its user; what is checked here is that nobody writes in another's
 * name and that blind recipients stay blind. Delivery is a job like every other.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmissionService {
    private static final MessageReader HEADERS = new MessageReader(MimeLimits.STANDARD);

    @Inject
    OwnMailbox own;

    @Inject
    RecipientLookup lookup;

    @Inject
    JobSubmission jobs;

    @Inject
    Clock clock;

    /**
     * Takes a message over for delivery.
     *
     * @return the job's number; an earlier one when the key was used before
     * @throws UnfitMessage when it is in another's name, names blind recipients, or goes to nobody
     * @throws UnknownRecipients when the directory does not know somebody
     * @throws SendingUnavailable when the database or the queue does not answer; nothing was sent then
     */
    public long submit(@Valid SubmittedMessage submitted) {
        DirectoryEntry sender = own.entry();
        try {
            Optional<Long> earlier = jobs.earlier(sender.id(), submitted.key());
            return earlier.isPresent() ? earlier.get() : queue(sender, submitted);
        } catch (PersistenceException | JMSRuntimeException | TransactionalException e) {
            throw new SendingUnavailable(e);
        }
    }

    private long queue(DirectoryEntry sender, SubmittedMessage submitted) {
        MessageHeaders headers = checked(submitted.message(), sender);
        Addressed addressed = lookup.addressed(sender, draft(submitted));
        if (!addressed.unknown().isEmpty()) {
            throw new UnknownRecipients(addressed.unknown());
        }
        List<JobRecipient> recipients =
                addressed.recipients(List.copyOf(addressed.statuses().keySet()));
        if (recipients.isEmpty()) {
            throw new UnfitMessage("submission-nobody");
        }
        JobSender from = new JobSender(sender.id().value(), sender.address(), sender.displayName());
        JobTerms terms = new JobTerms(from, submitted.key(), headers.subject(), submitted.signed(), clock.instant());
        return jobs.submit(new Submission(terms, false, recipients, submitted.message()));
    }

    private static MessageHeaders checked(MessageSource message, DirectoryEntry sender) {
        try (InputStream in = message.open()) {
            if (HeaderFields.read(in).has("bcc")) {
                throw new UnfitMessage("submission-blind");
            }
            MessageHeaders headers = HEADERS.headers(message);
            Address self = Address.of(sender.address());
            if (headers.singleAuthor().filter(self::sameMailbox).isEmpty()) {
                throw new UnfitMessage("submission-author", sender.address());
            }
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    /** The look-up takes drafts; of this one only the recipients are looked at. */
    private static Draft draft(SubmittedMessage submitted) {
        return new Draft(
                submitted.key(),
                submitted.to(),
                submitted.cc(),
                submitted.bcc(),
                "",
                "",
                List.of(),
                ThreadLinks.NONE,
                SendingOptions.PLAIN);
    }
}
