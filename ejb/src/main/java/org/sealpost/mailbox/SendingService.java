package org.sealpost.mailbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.jobs.JobSubmission;
import org.sealpost.jobs.Submission;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.JobSender;
import org.sealpost.model.JobTerms;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.Seal;
import org.sealpost.sending.SendingDecision.SendPlain;

/** Sending from the web mailbox. Directory and signing stay outside of every transaction; only the job is one. */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendingService {
    @Inject
    OwnMailbox own;

    @Inject
    RecipientLookup lookup;

    @Inject
    Decisions decisions;

    @Inject
    Outgoing outgoing;

    @Inject
    JobSubmission jobs;

    @Inject
    Clock clock;

    /** People and groups that begin with the text, with their status; for completion, at most {@code limit}. */
    public List<Recipient> complete(@NotNull @Size(max = 200) String text, @Min(1) @Max(50) int limit) {
        return Unanswered.asRefusal(() -> lookup.complete(own.entry().id(), text, limit));
    }

    /** The status of what was typed into a recipient field; in the given order. */
    public List<Recipient> recipients(@NotNull @Size(max = 500) List<@Size(max = 800) String> typed) {
        return Unanswered.asRefusal(() -> lookup.recipients(own.entry().id(), typed));
    }

    /**
     * What a send would do now: asked by the page before it asks its user.
     *
     * @param answer the user's answer to the question of an earlier decision; it is put through the rules again
     * @throws UnknownRecipients when the directory does not know somebody
     * @throws NoCommonFormat when no format that may be written is read by everybody
     * @throws SendingUnavailable when the database does not answer
     */
    public SendingDecision decide(@Valid Draft draft, Optional<SendingAnswer> answer) {
        return Unanswered.asRefusal(
                () -> decisions.decide(lookup.addressed(own.entry(), draft), draft.options(), answer));
    }

    /**
     * Sends: decides again, seals what is to be sealed and makes the job. With the key of a draft that was sent
     * before, the earlier job's number comes back and nothing is sent.
     *
     * @param password needed when the decision is to sign
     * @throws UnknownRecipients when the directory does not know somebody
     * @throws AttachmentsTooLarge when the attachments are over 25 MB together
     * @throws NoCommonFormat when no format that may be written is read by everybody
     * @throws PasswordNeeded when it is to be signed and no password was given
     * @throws NoSecurityFile when there is no roaming copy and none was given
     * @throws OutdatedSecurityFile when the file's signature would not be trusted
     * @throws SendingUnavailable when the database or the queue does not answer; nothing was sent then
     */
    public SendingOutcome send(@Valid Draft draft, Optional<SendingAnswer> answer, Optional<PasswordEntry> password) {
        outgoing.checkSize(draft);
        DirectoryEntry sender = own.entry();
        return Unanswered.asRefusal(() -> {
            Optional<Long> earlier = jobs.earlier(sender.id(), draft.key());
            return earlier.isPresent()
                    ? new SendingOutcome.Queued(earlier.get())
                    : send(lookup.addressed(sender, draft), draft, answer, password);
        });
    }

    private SendingOutcome send(
            Addressed addressed, Draft draft, Optional<SendingAnswer> answer, Optional<PasswordEntry> password) {
        SendingDecision decision = decisions.decide(addressed, draft.options(), answer);
        if (decision instanceof SendPlain plain) {
            MessageSource message = outgoing.compose(draft, addressed, plain.recipients());
            return queued(draft, addressed, new Seal(plain.recipients(), false, false), message);
        }
        if (decision instanceof Seal seal) {
            MessageSource message = outgoing.compose(draft, addressed, seal.recipients());
            MessageSource sealed = seal.sign()
                    ? outgoing.sign(message, addressed, seal.encrypt(), password.orElseThrow(PasswordNeeded::new))
                    : message;
            return queued(draft, addressed, seal, sealed);
        }
        return new SendingOutcome.NotSent(decision);
    }

    private SendingOutcome queued(Draft draft, Addressed addressed, Seal seal, MessageSource message) {
        DirectoryEntry from = addressed.sender();
        JobSender sender = new JobSender(from.id().value(), from.address(), from.displayName());
        String subject = outgoing.listedSubject(draft, seal.encrypt());
        JobTerms terms = new JobTerms(sender, draft.key(), subject, seal.sign(), clock.instant());
        return new SendingOutcome.Queued(
                jobs.submit(new Submission(terms, seal.encrypt(), addressed.recipients(seal.recipients()), message)));
    }
}
