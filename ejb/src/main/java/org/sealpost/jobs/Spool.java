package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.lock.KeyRing;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.JobTerms;
import org.sealpost.model.MailContent;

/**
 * Where messages lie between Send and delivery. What is going to be encrypted is never in the database in clear: it is
 * sealed to the spool key, whose public half suffices to put it in and whose private half is in memory only.
 */
@ApplicationScoped
class Spool {
    @Inject
    ContentRepository contents;

    @Inject
    KeyRing keys;

    /** Keeps the message, sealed if it is going to be encrypted. */
    MailContent put(Submission submission) {
        try {
            if (!submission.encrypts()) {
                return contents.add(out -> copy(submission.message(), out));
            }
            byte[] sealed = keys.sealToSpool(octets(submission.message()), use(submission.terms()));
            return contents.add(out -> out.write(sealed));
        } catch (IOException e) {
            throw new UncheckedIOException("the message to be sent cannot be read", e);
        }
    }

    /** Whether the job's message can be opened now: a sealed one cannot while the Key Manager is locked. */
    boolean opens(EncryptionJob job) {
        return !job.spoolSealed() || keys.opensSpool();
    }

    /**
     * The job's message, in memory as a whole; to be closed, which wipes it.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable when it is sealed and the Key Manager was locked meanwhile
     */
    SpooledMessage open(EncryptionJob job) {
        MailContent content = job.spool().orElseThrow(() -> new IllegalStateException("the job is finished"));
        byte[] octets = read(content);
        return new SpooledMessage(
                job.spoolSealed() ? keys.openFromSpool(octets, use(job.terms())) : SecretBytes.taking(octets));
    }

    private byte[] read(MailContent content) {
        byte[] octets = new byte[Math.toIntExact(content.size())];
        int filled = 0;
        for (int position = 0; filled < octets.length; position++) {
            byte[] chunk = contents.chunk(content.id(), position)
                    .orElseThrow(() -> new IllegalStateException("content " + content.id() + " is incomplete"));
            System.arraycopy(chunk, 0, octets, filled, chunk.length);
            filled += chunk.length;
        }
        return octets;
    }

    /** Binds the sealed message to its sender and draft: copied to another job it does not open. */
    private static String use(JobTerms terms) {
        return terms.sender().mailbox() + ' ' + terms.draftKey();
    }

    private static byte[] octets(MessageSource message) throws IOException {
        try (InputStream in = message.open()) {
            return in.readAllBytes();
        }
    }

    private static void copy(MessageSource message, OutputStream out) throws IOException {
        try (InputStream in = message.open()) {
            in.transferTo(out);
        }
    }
}
