package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.sealpost.bulk.BulkTokenService;
import org.sealpost.bulk.MailedTokens;
import org.sealpost.bulk.TokenMailService;
import org.sealpost.web.Texts;

/** Handing over the tokens of the open bulk run. Files are made when they are asked for and kept nowhere. */
@Named
@ViewScoped
public class BulkTokensView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    BulkTokenService tokens;

    @Inject
    TokenMailService mail;

    @Inject
    BulkView open;

    @Inject
    Texts texts;

    private @Nullable String letter;
    private boolean again;

    /** A page for each mailbox. */
    public StreamedContent letters() {
        return file("tokens-" + run() + ".pdf", "application/pdf", tokens.letters(run()));
    }

    /** A table for mail-merge. */
    public StreamedContent list() {
        return file("tokens-" + run() + ".csv", "text/csv", tokens.list(run()));
    }

    /** Sends each token to its mailbox. */
    public void send() {
        MailedTokens told = mail.sendRun(run(), again);
        again = false;
        texts.done("bulk.tokens.mailed", told.sent(), told.before(), told.ended());
    }

    /** Whether tokens may go by mail on this server. */
    public boolean isMailAllowed() {
        return mail.allowed();
    }

    /** Whether also to those to whom theirs was sent before. */
    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }

    /** They have arrived: wipes them on the server. */
    public void confirm() {
        tokens.confirm(run());
        open.look();
        texts.done("bulk.tokens.wiped");
    }

    /** Opens the text of the letter. */
    public void editLetter() {
        letter = tokens.letterText();
    }

    /** Keeps the text of the letter. */
    public void saveLetter() {
        tokens.changeLetter(letter == null ? "" : letter);
        texts.done("bulk.letter.saved");
    }

    private long run() {
        return requireNonNull(open.getRun()).id();
    }

    private static StreamedContent file(String name, String type, byte[] content) {
        return DefaultStreamedContent.builder()
                .name(name)
                .contentType(type)
                .contentLength((long) content.length)
                .stream(() -> new ByteArrayInputStream(content))
                .build();
    }

    public @Nullable String getLetter() {
        return letter;
    }

    public void setLetter(@Nullable String letter) {
        this.letter = letter;
    }
}
