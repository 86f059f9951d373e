package org.sealpost.web.mailbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.mailbox.Draft;
import org.sealpost.mailbox.Recipient;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.model.MailboxOptions;
import org.sealpost.sending.SendingOptions;

/**
 * What stands in the compose form. Its key is made with it and stays: however often Send is clicked, the same letter
 * goes out once.
 */
public class Letter {

    private final String key = UUID.randomUUID().toString();
    private final ThreadLinks links;
    private final List<AttachedFile> files = new ArrayList<>();
    private List<Recipient> to = List.of();
    private List<Recipient> cc = List.of();
    private List<Recipient> bcc = List.of();
    private String subject = "";
    private String text = "";
    private boolean encrypt;
    private boolean sign;

    private Letter(ThreadLinks links, boolean encrypt, boolean sign) {
        this.links = links;
        this.encrypt = encrypt;
        this.sign = sign;
    }

    /** An empty form with the two check boxes as the mailbox's options have them. */
    static Letter blank(MailboxOptions options) {
        return new Letter(ThreadLinks.NONE, options.encryptByDefault(), options.signByDefault());
    }

    /**
     * The form for an answer or for a message that is sent on.
     *
     * @throws IOException when an attachment of the message cannot be read
     */
    static Letter of(Draft draft) throws IOException {
        Letter letter = new Letter(
                draft.links(), draft.options().encrypt(), draft.options().sign());
        letter.subject = draft.subject();
        letter.text = draft.text();
        for (OutgoingAttachment attachment : draft.attachments()) {
            letter.files.add(AttachedFile.copyOf(attachment));
        }
        return letter;
    }

    /** The letter as the rules of sending take it. */
    Draft draft() {
        return new Draft(
                key,
                addresses(to),
                addresses(cc),
                addresses(bcc),
                subject,
                text,
                files.stream().map(AttachedFile::outgoing).toList(),
                links,
                new SendingOptions(encrypt, sign));
    }

    /** To, Cc and Bcc in this order. */
    List<Recipient> everybody() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    void attach(AttachedFile file) {
        files.add(file);
    }

    void detach(AttachedFile file) {
        files.removeIf(other -> other == file);
    }

    /** Size of all files together in octets. */
    public long getFileBytes() {
        return files.stream().mapToLong(AttachedFile::size).sum();
    }

    private static List<String> addresses(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::address).toList();
    }

    private static List<Recipient> listOf(@Nullable List<Recipient> chosen) {
        return chosen == null ? List.of() : List.copyOf(chosen);
    }

    public List<AttachedFile> getFiles() {
        return List.copyOf(files);
    }

    public List<Recipient> getTo() {
        return to;
    }

    public void setTo(@Nullable List<Recipient> chosen) {
        to = listOf(chosen);
    }

    public List<Recipient> getCc() {
        return cc;
    }

    public void setCc(@Nullable List<Recipient> chosen) {
        cc = listOf(chosen);
    }

    public List<Recipient> getBcc() {
        return bcc;
    }

    public void setBcc(@Nullable List<Recipient> chosen) {
        bcc = listOf(chosen);
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String typed) {
        subject = typed == null ? "" : typed;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String typed) {
        text = typed == null ? "" : typed;
    }

    public boolean isEncrypt() {
        return encrypt;
    }

    public void setEncrypt(boolean encrypt) {
        this.encrypt = encrypt;
    }

    public boolean isSign() {
        return sign;
    }

    public void setSign(boolean sign) {
        this.sign = sign;
    }
}
