package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.StreamedContent;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.WrongPassword;
import org.sealpost.mailbox.Draft;
import org.sealpost.mailbox.MailService;
import org.sealpost.mailbox.NoSecurityFile;
import org.sealpost.mailbox.NoSuchMessage;
import org.sealpost.mailbox.OpenedMail;
import org.sealpost.mailbox.PasswordEntry;
import org.sealpost.mime.Attachment;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageRefused;
import org.sealpost.mime.MimeLimits;
import org.sealpost.model.Folder;
import org.sealpost.protocol.BadInput;
import org.sealpost.protocol.SealpostException;
import org.sealpost.smime.MessageKind;
import org.sealpost.web.Refusal;
import org.sealpost.web.TypedPassword;

/**
 * Reading a message: a sealed one after its password, any other at once. What was opened is held for this page alone and
 * let go when it is left.
 */
@Named
@ViewScoped
public class MessageView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MailService mail;

    @Inject
    ProtectionWords words;

    @Inject
    DraftHandover handover;

    @Inject
    RememberedPassword remembered;

    @Inject
    MailTexts texts;

    private @Nullable Long id;
    private Folder folder = Folder.INBOX;
    private boolean missing;
    private transient @Nullable Refusal refusal;
    private transient @Nullable OpenedMail opened;
    private transient @Nullable ShownMessage letter;
    private transient @Nullable Protection protection;
    private transient @Nullable ShownMessage enclosed;
    private final transient TypedPassword typed = new TypedPassword();

    /** Opens the message, unless that takes a password that is not remembered. */
    public void begin() throws IOException {
        try {
            missing = id == null;
            if (id != null && !mail.needsPassword(id)) {
                show(mail.open(id, Optional.empty()));
            } else if (id != null) {
                openRemembered(id);
            }
        } catch (NoSuchMessage e) {
            missing = true;
        } catch (BadInput e) {
            refusal = texts.words(e);
        }
    }

    private void openRemembered(long sealed) throws IOException {
        Optional<Passphrase> known = remembered.lend();
        if (known.isPresent()) {
            try (Passphrase lent = known.get()) {
                show(mail.open(sealed, Optional.of(new PasswordEntry(lent))));
            } catch (WrongPassword | NoSecurityFile outdated) {
                remembered.forget();
            }
        }
    }

    /** Opens a sealed message with the password that was entered. */
    public void unlock() throws IOException {
        Optional<Passphrase> taken = typed.take();
        if (taken.isEmpty() || id == null) {
            texts.refuse("unlock:password", "ask.password.missing");
            return;
        }
        try (Passphrase entered = taken.get()) {
            show(mail.open(id, Optional.of(new PasswordEntry(entered))));
            remembered.keepIfWanted(entered);
        } catch (SealpostException refusal) {
            texts.refuse("unlock:password", refusal);
        }
    }

    private void show(OpenedMail message) throws IOException {
        opened = message;
        folder = message.row().folder();
        letter = ShownMessage.of(message.message(), message.html());
        protection = words.of(message.seal());
    }

    /** Lets go of the message. */
    @PreDestroy
    void close() {
        typed.close();
        if (opened != null) {
            opened.close();
            opened = null;
        }
        letter = null;
        enclosed = null;
    }

    /** Shows a message that came inside this one. */
    public void enclose(Attachment file) throws IOException {
        try {
            enclosed = ShownMessage.of(new MessageReader(MimeLimits.STANDARD).read(file.content()), Optional.empty());
        } catch (MessageRefused e) {
            enclosed = null;
            texts.refuse(null, e);
        }
    }

    /** A file of the message for saving, read from memory. */
    public StreamedContent download(Attachment file) {
        return Downloads.of(file);
    }

    public @Nullable String reply() throws IOException {
        return opened == null ? null : goOn("compose.title.reply", mail.reply(opened, false));
    }

    public @Nullable String replyToAll() throws IOException {
        return opened == null ? null : goOn("compose.title.reply", mail.reply(opened, true));
    }

    public @Nullable String forward() throws IOException {
        return opened == null ? null : goOn("compose.title.forward", mail.forward(opened));
    }

    private String goOn(String titleKey, Draft draft) throws IOException {
        String key = handover.leave(new DraftHandover.Started(titleKey, Letter.of(draft), draft.to(), draft.cc()));
        return "/mailbox/compose?faces-redirect=true&draft=" + key;
    }

    /** Removes the message from the mailbox. */
    public @Nullable String delete() {
        if (id == null) {
            return null;
        }
        mail.delete(id);
        texts.doneOnNextPage("message.deleted");
        return getListPage() + "?faces-redirect=true";
    }

    /** The message that is looked at; empty before it is open. */
    Optional<OpenedMail> looked() {
        return Optional.ofNullable(opened);
    }

    /** Whether a password is waited for. */
    public boolean isLocked() {
        return !missing && refusal == null && opened == null;
    }

    public boolean isMissing() {
        return missing;
    }

    /** Why the message cannot be shown whatever one does; null when it can. */
    public @Nullable Refusal getRefusal() {
        return refusal;
    }

    /** Whether there is somebody besides the author to answer to. */
    public boolean isSeveral() {
        return opened != null && opened.several();
    }

    /** Whether formatting was left out because nothing protects it from change. */
    public boolean isTextOnly() {
        return opened != null && opened.textOnly();
    }

    /** Whether something inside is still encrypted. */
    public boolean isRemaining() {
        return opened != null && opened.seal().remaining() == MessageKind.ENCRYPTED;
    }

    /** Blind copies, to be seen by the sender alone. */
    public String getBcc() {
        return opened == null ? "" : opened.bcc().orElse("");
    }

    public String getSubject() {
        return letter == null ? "" : letter.subject();
    }

    public @Nullable ShownMessage getLetter() {
        return letter;
    }

    public @Nullable ShownMessage getEnclosed() {
        return enclosed;
    }

    public @Nullable Protection getProtection() {
        return protection;
    }

    /** The list that the message is in. */
    public String getListPage() {
        return folder == Folder.SENT ? "/mailbox/sent" : "/mailbox/inbox";
    }

    public Folder getFolder() {
        return folder;
    }

    public void setFolder(@Nullable Folder folder) {
        this.folder = folder == null ? Folder.INBOX : folder;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long id) {
        this.id = id;
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }
}
