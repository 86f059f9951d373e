package org.sealpost.web.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.mailbox.MailQuery;
import org.sealpost.mailbox.MailService;
import org.sealpost.model.Folder;
import org.sealpost.model.Page;
import org.sealpost.web.PagedList;

/** One folder as a list, newest first, page by page, perhaps narrowed by a search. */
@Named
@ViewScoped
public class FolderView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;

    @Inject
    MailService mail;

    private Folder folder = Folder.INBOX;
    private String text = "";
    private String shownText = "";
    private final PagedList<MailLine> lines = new PagedList<>(this::page);

    /** Opens a folder. */
    public void show(Folder chosen) {
        folder = chosen;
        lines.restart();
    }

    /** Narrows the list to messages that name the text, or shows all again when it is empty. */
    public void search() {
        shownText = text;
        lines.restart();
    }

    /** Shows all messages again. */
    public void clear() {
        text = "";
        search();
    }

    private Page<MailLine> page(Optional<String> afterKey) {
        return mail.list(new MailQuery(folder, shownText, afterKey, ROWS)).map(MailLine::of);
    }

    public PagedList<MailLine> getLines() {
        return lines;
    }

    /** Whether only some messages are shown. */
    public boolean isFiltered() {
        return !shownText.isEmpty();
    }

    /** What the list was narrowed by. */
    public String getShownText() {
        return shownText;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text.strip();
    }
}
