package org.sealpost.web.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.epf.WrongPassword;
import org.sealpost.mailbox.NoSecurityFile;
import org.sealpost.mailbox.PasswordEntry;
import org.sealpost.mailbox.Recipient;
import org.sealpost.mailbox.SendingOutcome;
import org.sealpost.mailbox.SendingService;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;
import org.sealpost.sending.RecipientStatus;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;
import org.sealpost.web.TypedPassword;

/**
 * Writing a message. Send asks the rules of sending what to do; what they ask is put to the writer in a dialog, and the
 * answer goes back to them. Until the message is on its way the letter stays as it is.
 */
@Named
@ViewScoped
public class ComposeView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String SENT = "/mailbox/sent?faces-redirect=true";
    private static final String PROBLEMS = "draft";

    @Inject
    SendingService sending;

    @Inject
    RecipientsView recipients;

    @Inject
    OwnSecurityService security;

    @Inject
    Attaching attaching;

    @Inject
    DraftHandover handover;

    @Inject
    RememberedPassword remembered;

    @Inject
    MailTexts texts;

    private @Nullable String handedOver;
    private boolean lost;
    private boolean enabled;
    private String titleKey = "compose.title";
    private transient Letter letter = Letter.blank(new MailboxOptions(false, false));
    private transient Question question = Question.NONE;
    private transient Optional<SendingAnswer> answer = Optional.empty();
    private final transient TypedPassword typed = new TypedPassword();

    /** Begins an empty letter, or the one that the message's page has left for this page. */
    public void begin() {
        OwnSecurity own = security.status();
        enabled = own.state() == MailboxState.ENABLED;
        Optional<DraftHandover.Started> started =
                Optional.ofNullable(handedOver).flatMap(handover::take);
        lost = handedOver != null && started.isEmpty();
        letter = started.map(this::continued).orElseGet(() -> Letter.blank(own.options()));
    }

    private Letter continued(DraftHandover.Started started) {
        titleKey = started.titleKey();
        started.letter().setTo(recipients.findAll(started.to()));
        started.letter().setCc(recipients.findAll(started.cc()));
        return started.letter();
    }

    /** Takes a file, unless the letter becomes too large. */
    public void attach(FileUploadEvent upload) {
        attaching.attach(letter, upload.getFile(), PROBLEMS);
    }

    /** Takes a file out again. */
    public void detach(AttachedFile file) {
        letter.detach(file);
        texts.done("compose.attach.removed", file.name());
    }

    /** Sends, or asks what has to be asked first. */
    public @Nullable String send() {
        question = Question.NONE;
        answer = Optional.empty();
        List<Recipient> everybody = letter.everybody();
        if (everybody.isEmpty()) {
            texts.refuseWithNext(PROBLEMS, "compose.nobody");
            return null;
        }
        List<String> unknown = everybody.stream()
                .filter(recipient -> recipient.status() == RecipientStatus.UNKNOWN)
                .map(Recipient::address)
                .toList();
        if (!unknown.isEmpty()) {
            texts.refuseWithNext(PROBLEMS, "compose.unknown", String.join(", ", unknown));
            return null;
        }
        return proceed();
    }

    /** Goes on with the answer to the question that was put. */
    public @Nullable String answer(SendingAnswer.Choice choice) {
        answer = Optional.of(question.answered(choice));
        return proceed();
    }

    private @Nullable String proceed() {
        SendingDecision decision = sending.decide(letter.draft(), answer);
        if (decision instanceof SendingDecision.Seal seal && seal.sign()) {
            return signRemembered();
        }
        boolean ready = decision instanceof SendingDecision.SendPlain || decision instanceof SendingDecision.Seal;
        return ready ? settled(sending.send(letter.draft(), answer, Optional.empty())) : ask(decision);
    }

    /** Signs with the password that is remembered, or asks for it. */
    private @Nullable String signRemembered() {
        Optional<Passphrase> known = remembered.lend();
        if (known.isPresent()) {
            try (Passphrase password = known.get()) {
                return settled(sign(password));
            } catch (WrongPassword | NoSecurityFile outdated) {
                remembered.forget();
            }
        }
        show("askPassword");
        return null;
    }

    private SendingOutcome sign(Passphrase password) {
        return sending.send(letter.draft(), answer, Optional.of(new PasswordEntry(password)));
    }

    /** Signs with the password that was entered, and sends. A wrong password leaves everything as it was. */
    public @Nullable String signAndSend() {
        Optional<Passphrase> taken = typed.take();
        if (taken.isEmpty()) {
            texts.refuse("secret:password", "ask.password.missing");
            return null;
        }
        try (Passphrase entered = taken.get()) {
            SendingOutcome outcome = sign(entered);
            remembered.keepIfWanted(entered);
            return settled(outcome);
        } catch (WrongPassword | NoSecurityFile refusal) {
            texts.refuse("secret:password", refusal);
            return null;
        }
    }

    private @Nullable String settled(SendingOutcome outcome) {
        if (outcome instanceof SendingOutcome.NotSent notSent) {
            PrimeFaces.current().executeScript("PF('askPassword').hide()");
            return ask(notSent.decision());
        }
        texts.doneOnNextPage("compose.sent");
        return SENT;
    }

    private @Nullable String ask(SendingDecision decision) {
        question = Question.of(decision, this::named);
        if (!question.dialog().isEmpty()) {
            PrimeFaces.current().ajax().update("questions");
            show(question.dialog());
        }
        return null;
    }

    private static void show(String dialog) {
        PrimeFaces.current().executeScript("PF('" + dialog + "').show()");
    }

    private String named(String address) {
        String name = recipients.find(address).name();
        return name.equals(address) ? address : name + " <" + address + ">";
    }

    /** Gives the letter up. */
    public String discard() {
        return "/mailbox/inbox?faces-redirect=true";
    }

    /** Whether this mailbox can sign and encrypt at all. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Whether the letter that this page was to go on with is gone. */
    public boolean isLost() {
        return lost;
    }

    public String getTitleKey() {
        return titleKey;
    }

    public Letter getLetter() {
        return letter;
    }

    public Question getQuestion() {
        return question;
    }

    public @Nullable String getHandedOver() {
        return handedOver;
    }

    public void setHandedOver(@Nullable String key) {
        handedOver = key;
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }
}
