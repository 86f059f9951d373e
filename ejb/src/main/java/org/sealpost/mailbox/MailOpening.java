package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;

/** Opens a message: with the keys of the security file if it is encrypted, and without asking for any otherwise. */
@ApplicationScoped
class MailOpening {
    @Inject
    StoredMail mail;

    @Inject
    SecurityFiles securityFiles;

    @Inject
    Trust trust;

    @Inject
    Providers providers;

    OpenedMail open(StoredMail.Found found, Optional<PasswordEntry> password) {
        MessageSource octets =
                new StoredContent(found.row().size(), position -> mail.chunk(found.contentId(), position));
        try {
            return read(found, unseal(found.row(), octets, password));
        } catch (IOException e) {
            throw new UncheckedIOException("message " + found.row().id() + " cannot be read", e);
        }
    }

    private OpenedMessage unseal(MessageRow row, MessageSource octets, Optional<PasswordEntry> password)
            throws IOException {
        MessageOpener opener = new MessageOpener(providers);
        if (!row.seal().encrypted()) {
            return opener.open(octets, List.of(), trust.policy(row.arrivedAt()));
        }
        List<DecryptionKey> keys = new ArrayList<>();
        try (SecurityFile file = securityFiles.open(password.orElseThrow(PasswordNeeded::new))) {
            for (OwnedKey key : file.encryption()) {
                keys.add(new DecryptionKey(key, providers));
            }
            return opener.open(octets, keys, trust.policy(row.arrivedAt()));
        } finally {
            keys.forEach(DecryptionKey::close);
        }
    }

    private static OpenedMail read(StoredMail.Found found, OpenedMessage opened) throws IOException {
        boolean shown = false;
        try {
            OpenedMail mail = new OpenedMail(
                    found.row(), opened, new MessageReader(MimeLimits.STANDARD).read(opened.content()), found.bcc());
            shown = true;
            return mail;
        } finally {
            if (!shown) {
                opened.close();
            }
        }
    }
}
