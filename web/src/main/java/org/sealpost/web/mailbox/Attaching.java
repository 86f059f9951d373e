package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.primefaces.model.file.UploadedFile;

/** Takes uploaded files into a letter, within the bounds of a message. */
@RequestScoped
public class Attaching {

    private static final long MOST_OCTETS = 25L * 1024 * 1024;
    private static final int MOST_FILES = 100;

    @Inject
    MailTexts texts;

    /**
     * Attaches a file or says why not.
     *
     * @param problems client id of the messages above the form
     */
    void attach(Letter letter, UploadedFile upload, String problems) {
        String type = upload.getContentType() == null ? "application/octet-stream" : upload.getContentType();
        AttachedFile file = AttachedFile.uploaded(upload.getFileName(), type, upload.getContent());
        if (file.size() == 0) {
            texts.refuse(problems, "compose.attach.empty", file.name());
        } else if (letter.getFiles().size() >= MOST_FILES) {
            texts.refuse(problems, "compose.attach.toomany", file.name(), MOST_FILES);
        } else if (letter.getFileBytes() + file.size() > MOST_OCTETS) {
            texts.refuse(problems, "compose.attach.toolarge", file.name());
        } else {
            letter.attach(file);
        }
    }
}
